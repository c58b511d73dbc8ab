package io.lidc.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyTest {
    private static final SecretKey TOKEN = SecretKey.of("PUSH_TOKEN", "push.token-file", "The token.");

    @TempDir
    private Path home;

    @BeforeEach
    void writeASecretAndSettings() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.properties"), "push.token-file =\n");
        Files.writeString(file(), "from the file\n");
    }

    @Test
    void isEmptyWhereNoneIsConfigured() throws UsageException {
        assertThat(secret(Map.of())).isEmpty();
    }

    @Test
    void comesFromAFileWithoutTheLineEnd() throws UsageException {
        assertThat(secret(Map.of("PUSH_TOKEN_FILE", file().toString()))).isEqualTo("from the file");
    }

    @Test
    void comesFromItsVariableRatherThanAFile() throws UsageException {
        assertThat(secret(Map.of("PUSH_TOKEN", "from the variable", "PUSH_TOKEN_FILE", file().toString())))
                .isEqualTo("from the variable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void stopsTheStartWhereItsVariableIsBlank(String blank) {
        assertThatThrownBy(() -> secret(Map.of("PUSH_TOKEN", blank)))
                .isInstanceOf(UsageException.class)
                .hasMessage("the environment variable PUSH_TOKEN is set, and blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void stopsTheStartWhereItsFileIsBlank(String blank) throws IOException {
        Files.writeString(file(), blank);

        assertThatThrownBy(() -> secret(Map.of("PUSH_TOKEN_FILE", file().toString())))
                .isInstanceOf(UsageException.class)
                .hasMessage("the file of push.token-file, " + file() + ", is blank");
    }

    @Test
    void stopsTheStartWhereTheVariableOfItsFileNamesNone() {
        assertThatThrownBy(() -> secret(Map.of("PUSH_TOKEN_FILE", "")))
                .hasMessage("the environment variable PUSH_TOKEN_FILE is set, and names no file");
    }

    @Test
    void stopsTheStartWhereItsFileIsNotThere() {
        Path absent = home.resolve("absent");

        assertThatThrownBy(() -> secret(Map.of("PUSH_TOKEN_FILE", absent.toString())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("push.token-file")
                .hasMessageContaining(absent.toString());
    }

    @Test
    void staysOutOfTheProperties() throws UsageException {
        assertThat(load(Map.of("PUSH_TOKEN", "hush")).toProperties()).doesNotContainValue("hush");
    }

    @Test
    void staysOutOfTheTextOfSettings() throws UsageException {
        assertThat(load(Map.of("PUSH_TOKEN", "hush")).toString()).doesNotContain("hush");
    }

    private Path file() {
        return home.resolve("token");
    }

    private String secret(Map<String, String> environment) throws UsageException {
        return load(environment).secret(TOKEN);
    }

    private Settings load(Map<String, String> environment) throws UsageException {
        return Settings.load(home, List.of(KeyGroup.of("Push", TOKEN)), environment, Map.of());
    }
}
