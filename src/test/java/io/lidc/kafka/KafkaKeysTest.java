package io.lidc.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.app.Configuration;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaKeysTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheSettingsOfAClientFromAFileAsTheToolsOfKafkaDo() throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=SASL_SSL\n");

        assertThat(KafkaKeys.clientProperties(settings("KAFKA_CLIENT_PROPERTIES_FILE", file.toString())))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void saysThatTheFileOfClientSettingsIsMissing() throws Exception {
        Settings settings = settings(
                "KAFKA_CLIENT_PROPERTIES_FILE", folder.resolve("missing").toString());

        assertThatThrownBy(() -> KafkaKeys.clientProperties(settings))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("kafka.client-properties-file");
    }

    @Test
    void refusesSettingsOfAClientThatTheRoutesSet() throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "enable.auto.commit=true\n");

        assertThatThrownBy(() -> KafkaKeys.clientProperties(settings("KAFKA_CLIENT_PROPERTIES_FILE", file.toString())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("enable.auto.commit");
    }

    @Test
    void refusesBrokersWithoutAPort() {
        assertThatThrownBy(() -> settings("KAFKA_BROKERS", "kafka-1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("kafka.brokers");
    }

    @Test
    void isNotUsedByDefault() throws Exception {
        assertThat(KafkaKeys.isUsed(settings("KAFKA_TOPIC", "other"))).isFalse();
    }

    private static Settings settings(String variable, String value) throws UsageException {
        return Configuration.load(Path.of("."), Map.of(variable, value), Map.of());
    }
}
