package io.lidc.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    @TempDir
    private Path home;

    @BeforeEach
    void copyTheShippedFile() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.copy(Path.of("config/application.properties"), file());
    }

    @Test
    void takesTheFilesValue() throws UsageException {
        assertThat(load(Map.of(), Map.of()).get(Setting.INGEST_CHUNK_SIZE)).isEqualTo("500");
    }

    @Test
    void putsTheEnvironmentOverTheFile() throws UsageException {
        assertThat(load(Map.of("INGEST_CHUNK_SIZE", "7"), Map.of()).get(Setting.INGEST_CHUNK_SIZE))
                .isEqualTo("7");
    }

    @Test
    void putsTheCommandLineOverTheEnvironment() throws UsageException {
        assertThat(load(Map.of("INGEST_CHUNK_SIZE", "7"), Map.of(Setting.INGEST_CHUNK_SIZE, "8"))
                        .get(Setting.INGEST_CHUNK_SIZE))
                .isEqualTo("8");
    }

    @Test
    void refusesAWrongValueByItsKey() {
        assertThatThrownBy(() -> load(Map.of("INGEST_CHUNK_SIZE", "many"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("the setting ingest.chunk-size is 'many'; it must be a whole number from 1 to 10000");
    }

    @Test
    void refusesAnUnknownKey() throws IOException {
        Files.writeString(file(), Files.readString(file()) + "\ningest.chunksize = 5\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining("ingest.chunksize");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void refusesAFileThatLacksAKey(Setting setting) throws IOException {
        Files.writeString(file(), Files.readString(file()).replace("\n" + setting.key() + " =", "\n# "));

        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining(setting.key());
    }

    private Path file() {
        return home.resolve("config/application.properties");
    }

    private Settings load(Map<String, String> environment, Map<Setting, String> options) throws UsageException {
        return Settings.load(home, environment, options);
    }
}
