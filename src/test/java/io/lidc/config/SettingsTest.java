package io.lidc.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Key<Integer> CHUNK_SIZE = Key.wholeNumber("ingest.chunk-size", 500, 1, 10_000, "Objects.");
    private static final Key<Duration> PERIOD = Key.milliseconds("ingest.period-ms", 2_000, 0, 60_000, "Pause.");
    private static final Key<Optional<Path>> KEEP = Key.optionalDirectory("push.keep", "Kept objects.");
    private static final Key<String> URL =
            Key.text("database.url", "jdbc:sqlite:x", "a JDBC URL", url -> url.startsWith("jdbc:"), "Where.");
    private static final Key<Choice> AFTER = Key.choice("inbox.after-commit", Choice.MOVE_AWAY, "What becomes of it.");
    private static final List<KeyGroup> GROUPS = List.of(KeyGroup.of("All", CHUNK_SIZE, PERIOD, KEEP, URL, AFTER));

    @TempDir
    private Path home;

    private enum Choice {
        MOVE_AWAY,
        LEAVE
    }

    @BeforeEach
    void writeAFile() throws IOException {
        Files.createDirectories(home.resolve("config"));
        write("# Objects\n", "ingest.chunk-size = 600");
    }

    @Test
    void takesTheFilesValue() throws UsageException {
        assertThat(load().get(CHUNK_SIZE)).isEqualTo(600);
    }

    @Test
    void takesTheDefaultOfAKeyWithoutALine() throws Exception {
        write("");

        assertThat(load().get(CHUNK_SIZE)).isEqualTo(500);
    }

    @Test
    void putsTheEnvironmentOverTheFile() throws UsageException {
        assertThat(load(Map.of("INGEST_CHUNK_SIZE", "7"), Map.of()).get(CHUNK_SIZE))
                .isEqualTo(7);
    }

    @Test
    void putsTheCommandLineOverTheEnvironment() throws UsageException {
        assertThat(load(Map.of("INGEST_CHUNK_SIZE", "7"), Map.of(CHUNK_SIZE, "8"))
                        .get(CHUNK_SIZE))
                .isEqualTo(8);
    }

    @Test
    void givesMillisecondsAsADuration() throws UsageException {
        assertThat(load().get(PERIOD)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void givesRoutesADurationAsItStandsInTheFile() throws UsageException {
        assertThat(load().toProperties()).containsEntry("ingest.period-ms", "2000");
    }

    @Test
    void givesNothingAsAnEmptyValue() throws UsageException {
        assertThat(load().get(KEEP)).isEmpty();
    }

    @Test
    void givesRoutesAnEmptyTextForNothing() throws UsageException {
        assertThat(load().toProperties()).containsEntry("push.keep", "");
    }

    @Test
    void readsAChoiceInLowerCaseWithHyphens() throws UsageException {
        assertThat(load(Map.of("INBOX_AFTER_COMMIT", "move-away"), Map.of()).get(AFTER))
                .isEqualTo(Choice.MOVE_AWAY);
    }

    @Test
    void namesTheEnvironmentVariableOfAWrongValue() {
        assertThatThrownBy(() -> load(Map.of("INGEST_CHUNK_SIZE", "many"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("the setting ingest.chunk-size is 'many' (environment variable INGEST_CHUNK_SIZE);"
                        + " it must be a whole number from 1 to 10000");
    }

    @Test
    void namesTheLineOfAWrongValue() throws IOException {
        write("#\n", "\n", "my.list = a, \\\n  b\n", "push.keep =\n", "ingest.chunk-size = 0\n");

        assertThatThrownBy(this::load).hasMessageContaining("'0' (" + file() + ", line 6)");
    }

    @Test
    void namesTheCommandLineOfAWrongValue() {
        assertThatThrownBy(() -> load(Map.of(), Map.of(CHUNK_SIZE, "-1"))).hasMessageContaining("'-1' (command line)");
    }

    @Test
    void namesTheChoicesForAWrongOne() {
        assertThatThrownBy(() -> load(Map.of("INBOX_AFTER_COMMIT", "MOVE"), Map.of()))
                .hasMessageEndingWith("it must be move-away or leave");
    }

    @Test
    void hidesAPasswordInAWrongValue() {
        assertThatThrownBy(() -> load(Map.of("DATABASE_URL", "postgresql://lidc:s3cret@host/lidc"), Map.of()))
                .hasMessageContaining("'postgresql://***@host/lidc'");
    }

    @Test
    void countsLinesThatGoOnAfterABackslash() throws UsageException, IOException {
        write("ingest.chunk-size = 1\\\n", "   2\n");

        assertThat(load().get(CHUNK_SIZE)).isEqualTo(12);
    }

    @Test
    void takesABackslashThatEndsACommentForAPartOfIt() throws UsageException, IOException {
        write("# a folder such as C:\\\n", "ingest.chunk-size = 12\n");

        assertThat(load().get(CHUNK_SIZE)).isEqualTo(12);
    }

    @Test
    void namesTheLineThatIsMalformed() throws IOException {
        write("#\n", "my.letter = \\u00g0\n");

        assertThatThrownBy(this::load).isInstanceOf(UsageException.class).hasMessageContaining("line 2");
    }

    private Path file() {
        return home.resolve("config/application.properties");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file(), String.join("", lines));
    }

    private Settings load() throws UsageException {
        return load(Map.of(), Map.of());
    }

    private Settings load(Map<String, String> environment, Map<Key<?>, String> options) throws UsageException {
        return Settings.load(home, GROUPS, environment, options);
    }
}
