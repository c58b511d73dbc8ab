package io.lidc.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
    private static final KnownKeys KEYS = new KnownKeys(List.of(
            Key.flag("folder.enabled", false, "Whether."),
            Key.directory("folder.path", "data", "The folder."),
            Key.wholeNumber("ingest.chunk-size", 500, 1, 10_000, "Objects."),
            Key.seconds("sqs.visibility-timeout-s", 300, 1, 43_200, "Seconds.").renamedFrom("sqs.hidden-s"),
            Key.wholeNumber("sqs.period-s", 1, 1, 10, "Pause.")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"my.folder", "slack.url", "folder2.path", "folders", "camel.main.name", "camel.beans.mine"})
    void welcomesKeysThatAreNotOurs(String name) {
        assertThatCode(() -> check(name + " = x")).doesNotThrowAnyException();
    }

    @Test
    void namesTheLineOfAnUnknownKeyAndTheNearestOne() {
        assertThatThrownBy(() -> check("# Objects", "", "ingest.chunksize = 5"))
                .isInstanceOf(UsageException.class)
                .hasMessage("the setting ingest.chunksize is unknown (" + file() + ", line 3);"
                        + " did you mean ingest.chunk-size?");
    }

    @Test
    void namesTheNewNameOfAKeyThatHadAnother() {
        assertThatThrownBy(() -> check("sqs.hidden-s = 300"))
                .hasMessageEndingWith("did you mean sqs.visibility-timeout-s?");
    }

    @Test
    void refusesAnUnknownKeyThatResemblesNone() {
        assertThatThrownBy(() -> check("folder.maximum-open-descriptors = 300"))
                .hasMessageEndingWith("is unknown (" + file() + ", line 1)");
    }

    @Test
    void refusesTheFirstWordAlone() {
        assertThatThrownBy(() -> check("folder = data")).hasMessageContaining("folder is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.properties.location", "camel.component.properties.locations"})
    void refusesWhatWouldTakeTheFilesPlace(String name) {
        assertThatThrownBy(() -> check(name + " = file:other.properties"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("no route would start");
    }

    @Test
    void refusesAVariableThatWouldTakeTheFilesPlace() {
        assertThatThrownBy(
                        () -> KnownKeys.check(Map.of("CAMEL_COMPONENT_PROPERTIES_LOCATION", "file:other.properties")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("environment variable CAMEL_COMPONENT_PROPERTIES_LOCATION");
    }

    private Path file() {
        return folder.resolve("application.properties");
    }

    private void check(String... lines) throws IOException, UsageException {
        Files.write(file(), List.of(lines));
        KEYS.check(SettingsFile.read(file()));
    }
}
