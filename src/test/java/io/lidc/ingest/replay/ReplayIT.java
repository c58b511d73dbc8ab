package io.lidc.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lidc.cli.ExitCode;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be read, read again by {@code lidc replay}. */
class ReplayIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path data;
    private Path letters;

    @BeforeEach
    void makeTheHome() throws IOException {
        home = Home.in(folder).set(IngestKeys.FAILURE_THRESHOLD, "1").set(IngestKeys.CHUNK_SIZE, "2");
        data = Files.createDirectory(folder.resolve("data"));
        letters = folder.resolve("out/dead-letter");
    }

    @Test
    void storesATruncatedFileThatIsComplete() throws Exception {
        truncate("a.dcm", 1);
        truncate("b.dcm", 2);
        truncate("c.dcm", 3);
        ingest();
        complete("a.dcm", 1);
        complete("b.dcm", 2);
        complete("c.dcm", 3);
        replay();

        assertThat(rows("select source_uri from instance order by source_uri"))
                .containsExactly(uri("a.dcm"), uri("b.dcm"), uri("c.dcm"));
        assertThat(rows("select * from set_aside")).isEmpty();
        assertThat(letters).isEmptyDirectory();
        assertThat(lastRun()).isEqualTo("COMPLETED|3|3|0");
    }

    @Test
    void storesAFileWhosePermissionIsRestored() throws Exception {
        complete("a.dcm", 1);
        Files.setPosixFilePermissions(data.resolve("a.dcm"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(data.resolve("a.dcm")))
                .as("the superuser reads everything")
                .isFalse();
        ingest();
        Files.setPosixFilePermissions(data.resolve("a.dcm"), PosixFilePermissions.fromString("rw-r--r--"));
        replay();

        assertThat(rows("select source_uri from instance")).containsExactly(uri("a.dcm"));
        assertThat(letters).isEmptyDirectory();
    }

    @Test
    void storesAFileThatALinkLeadsToAgain() throws Exception {
        Files.createSymbolicLink(data.resolve("a.dcm"), folder.resolve("later.dcm"));
        ingest();
        Files.write(folder.resolve("later.dcm"), DicomFile.instance(1, "CT").bytes());
        replay();

        assertThat(rows("select source_uri from instance")).containsExactly(uri("a.dcm"));
        assertThat(letters).isEmptyDirectory();
    }

    @Test
    void leavesTheStoredFileUnchangedForTheNextRun() throws Exception {
        truncate("a.dcm", 1);
        ingest();
        complete("a.dcm", 1);
        replay();
        ingest();

        assertThat(rows("select unchanged from run order by rowid").get(2)).isEqualTo("1");
    }

    @Test
    void keepsOneRecordOfWhatFailsAgainAndCountsTheAttempts() throws Exception {
        truncate("a.dcm", 1);
        ingest();
        replay();
        replay();

        assertThat(rows("select attempts from set_aside")).containsExactly("3");
        assertThat(files(letters)).hasSize(1);
    }

    @Test
    void leavesWhatWasTriedTooOftenAndSaysSo() throws Exception {
        home.set(ReplayKeys.MAX_ATTEMPTS, "2");
        truncate("a.dcm", 1);
        ingest();
        replay();
        complete("a.dcm", 1);
        replay();

        assertThat(rows("select attempts from set_aside")).containsExactly("2");
        assertThat(files(letters)).hasSize(1);
        assertThat(lastRun()).isEqualTo("COMPLETED|0|0|0");
    }

    @Test
    void countsTheAttemptsOfAChangedObjectAnew() throws Exception {
        truncate("a.dcm", 1);
        ingest();
        replay();
        Files.write(
                data.resolve("a.dcm"), Arrays.copyOf(DicomFile.instance(1, "CT").bytes(), 160));
        replay();

        assertThat(rows("select attempts from set_aside")).containsExactly("1");
    }

    @Test
    void readsTheCopyOfWhatIsGone() throws Exception {
        home.set(DeadLetterKeys.COPY, "true");
        truncate("a.dcm", 1);
        ingest();
        Path copy = files(letters).stream()
                .filter(file -> !file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
        Files.write(copy, DicomFile.instance(1, "CT").bytes());
        Files.delete(data.resolve("a.dcm"));
        replay();

        assertThat(rows("select source_uri from instance")).containsExactly(uri("a.dcm"));
        assertThat(letters).isEmptyDirectory();
    }

    @Test
    void saysOfWhatIsGoneThatItIs() throws Exception {
        truncate("a.dcm", 1);
        ingest();
        Files.delete(data.resolve("a.dcm"));
        replay();

        assertThat(rows("select error_code from set_aside")).containsExactly("GONE");
    }

    @Test
    void readsOnlyWhatIsAskedFor() throws Exception {
        truncate("a.dcm", 1);
        Files.createFile(data.resolve("empty.dcm"));
        ingest();
        complete("a.dcm", 1);
        home.run("replay", "--code", "EMPTY", "--out", folder.resolve("out"));

        assertThat(rows("select error_code, attempts from set_aside order by 1"))
                .containsExactly("EMPTY|2", "TRUNCATED|1");
    }

    @Test
    void readsAnEntryOfAnArchiveAndTheArchiveThatWasBroken() throws Exception {
        byte[] cut = Arrays.copyOf(DicomFile.instance(1, "CT").bytes(), 200);
        zip("entry.zip", "a.dcm", cut);
        Files.write(data.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        ingest();
        zip("entry.zip", "a.dcm", DicomFile.instance(1, "CT").bytes());
        zip("broken.zip", "b.dcm", DicomFile.instance(2, "CT").bytes());
        replay();

        assertThat(rows("select source_uri from instance order by source_uri"))
                .containsExactly("archive:" + uri("broken.zip") + "!/b.dcm", "archive:" + uri("entry.zip") + "!/a.dcm");
        assertThat(rows("select * from set_aside")).isEmpty();
        assertThat(letters).isEmptyDirectory();
        assertThat(lastRun()).isEqualTo("COMPLETED|2|2|0");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        Home.Result result = home.run("replay", "--out", folder.resolve("out"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("out/lidc.db")).doesNotExist();
    }

    @Test
    void refusesATimeThatIsNone() throws Exception {
        Home.Result result = home.run("replay", "--since", "yesterday", "--out", folder.resolve("out"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--since").contains("yesterday");
    }

    private void truncate(String name, int number) throws IOException {
        Files.write(
                data.resolve(name),
                Arrays.copyOf(DicomFile.instance(number, "CT").bytes(), 200));
    }

    private void complete(String name, int number) throws IOException {
        Files.write(data.resolve(name), DicomFile.instance(number, "CT").bytes());
    }

    private void zip(String name, String entry, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(data.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
    }

    private void ingest() {
        assertThat(home.run("ingest", data, "--out", folder.resolve("out")).err())
                .doesNotContain("lidc: java");
    }

    private void replay() {
        assertThat(home.run("replay", "--out", folder.resolve("out")).exitCode())
                .isEqualTo(ExitCode.OK);
    }

    private String uri(String name) {
        return data.resolve(name).toUri().toString();
    }

    private String lastRun() throws SQLException {
        return rows("select state, discovered, stored, failed from run order by rowid desc limit 1")
                .get(0);
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
