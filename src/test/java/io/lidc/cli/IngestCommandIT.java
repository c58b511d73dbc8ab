package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandIT {
    private static final String TOTALS = "select discovered, stored, unchanged, duplicate + conflict, not_dicom,"
            + " not_instance, failed from run order by started_at desc, run_id desc limit 1";

    @TempDir
    private Path folder;

    private Home home;
    private Path sample;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        sample = Home.sample(folder);
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
    }

    @Test
    void givesEveryObjectOfTheSampleItsOutcome() throws SQLException {
        ingest();

        assertThat(rows(TOTALS)).containsExactly("216|210|0|2|1|1|2");
    }

    @Test
    void endsWellWhenEveryObjectIsAccountedForAndFailuresAreFew() {
        assertThat(ingest().exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void printsTotalsThatBalance() {
        assertThat(ingest().out()).containsPattern("discovered +216  balanced");
    }

    @Test
    void readsNothingASecondTime() throws SQLException {
        ingest();
        ingest();

        assertThat(rows("select unchanged, bytes_read from run where stored = 0"))
                .containsExactly("216|0");
    }

    @Test
    void readsAFileAgainThatHasChanged() throws SQLException, IOException {
        ingest();
        Path truncated = sample.resolve("trouble/truncated.dcm");
        Files.write(truncated, Files.readAllBytes(sample.resolve("media/DICOMDIR")));
        ingest();

        assertThat(rows("select outcome from set_aside where source_uri like '%truncated.dcm'"))
                .containsExactly("NOT_INSTANCE");
    }

    @Test
    void readsFailuresAgainWhenAskedTo() throws SQLException {
        ingest();
        home.run("ingest", sample, "--out", out(), "--retry-failed");

        assertThat(rows("select failed, unchanged from run where stored = 0")).containsExactly("2|214");
    }

    @Test
    void leavesADeadLetterOfEachFailure() throws IOException {
        ingest();

        assertThat(deadLetters(".json")).hasSize(2);
    }

    @Test
    void namesCodeAndOffsetInADeadLetter() throws IOException {
        ingest();

        assertThat(deadLetters(".json")).anySatisfy(letter -> assertThat(Files.readString(letter))
                .contains("\"code\" : \"TRUNCATED\"")
                .containsPattern("\"offset\" : [1-9]")
                .contains("truncated.dcm"));
    }

    @Test
    void copiesAFailedFileBesideItsRecordWhenAskedTo() throws IOException {
        home.set(DeadLetterKeys.COPY, "true");
        ingest();

        byte[] truncated = Files.readAllBytes(sample.resolve("trouble/truncated.dcm"));
        assertThat(deadLetters(""))
                .anySatisfy(copy -> assertThat(Files.readAllBytes(copy)).isEqualTo(truncated));
    }

    @Test
    void endsWithThreeWhenFailuresPassTheThreshold() throws IOException {
        home.set(IngestKeys.FAILURE_THRESHOLD, "0.001");

        assertThat(ingest().exitCode()).isEqualTo(ExitCode.OVER_THRESHOLD);
    }

    @Test
    void showsInStatusWhatTheDatabaseHolds() {
        ingest();

        assertThat(home.run("status", "--out", out()).out()).containsPattern("4 +6 +13 +210 +6");
    }

    @Test
    void countsKnownFailuresBesideWhatIsUnchanged() {
        ingest();

        assertThat(ingest().out()).containsPattern("UNCHANGED +216  of these, 2 known failures");
    }

    @Test
    void saysHowKnownFailuresAreReadAgain() {
        ingest();

        assertThat(ingest().err()).contains("2 objects").contains("--retry-failed");
    }

    @Test
    void endsWithTheDatabaseTheDeadLettersAndTheManifest() throws IOException {
        List<String> lines = ingest().out().lines().toList();
        Path deadLetters = deadLetters(".json").get(0).getParent();

        assertThat(lines)
                .endsWith(
                        "database: " + out().resolve("lidc.db"),
                        "dead letters: " + deadLetters,
                        "manifest: " + out().resolve("runs").resolve(deadLetters.getFileName() + ".json"));
    }

    @Test
    void warnsOfEachSourceThatHoldsNothing() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Home.Result result = home.run("ingest", sample, empty, "--out", out());

        assertThat(result.err()).isEqualTo("lidc: nothing was found in " + empty.toUri() + "\n");
    }

    @Test
    void tellsOfWarningsInItsTotals() throws IOException {
        Path whole = sample.resolve("media/IMAGES/I0000001");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.createDirectory(folder.resolve("cut"));
        Files.write(cut.resolve("cut.dcm"), Arrays.copyOf(bytes, bytes.length - 100));

        assertThat(home.run("ingest", cut, "--out", out()).out()).contains("1 stored with the warning PIXEL_DATA_CUT");
    }

    @Test
    void refusesASourceThatDoesNotExistInOneLine() {
        Home.Result result = home.run("ingest", "/no/such/folder", "--out", out());

        assertThat(result).isEqualTo(new Home.Result(2, "", "lidc: no such folder or file: /no/such/folder\n"));
    }

    @Test
    void refusesADatabaseThatCannotBeWrittenInOneLine() {
        Home.Result result = home.run("ingest", sample, "--db", "jdbc:sqlite:" + sample);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void refusesADatabaseOfANewerReleaseInOneLine() throws SQLException {
        ingest();
        rows("update flyway_schema_history set version = '999' where version = '5' returning version");

        Home.Result result = ingest();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("its schema is of version 999").hasLineCount(1);
    }

    @Test
    void namesFileAndLineOfAWrongRoute() throws IOException {
        home.edit("routes/chunk.camel.yaml", text -> text.replace("ref: chunkStore", "ref: chunkShop"));

        assertThat(ingest().err()).containsPattern("chunk.camel.yaml, line \\d+: .*chunkShop");
    }

    @Test
    void namesFileAndLineOfACallToARouteThatIsNotThere() throws IOException {
        home.edit(
                "routes/chunk.camel.yaml", text -> text.replace("uri: direct:read-headers", "uri: direct:read-heads"));

        assertThat(ingest().err()).containsPattern("chunk.camel.yaml, line \\d+: .*direct:read-heads");
    }

    @Test
    void namesFileAndLineOfARouteThatIsNoYaml() throws IOException {
        home.edit("routes/chunk.camel.yaml", text -> text.replaceFirst("steps:", "steps"));

        assertThat(ingest().err()).containsPattern("(?s)chunk.camel.yaml.*line \\d+");
    }

    @Test
    void takesAnEditedRouteWithoutABuild() throws IOException {
        home.edit(
                "routes/dead-letter.camel.yaml", text -> text.replace("CamelFileName}.json", "CamelFileName}.record"));
        ingest();

        assertThat(deadLetters(".record")).hasSize(2);
    }

    private Home.Result ingest() {
        return home.run("ingest", sample, "--out", out());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + out().resolve("lidc.db"), query);
    }

    private List<Path> deadLetters(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(out().resolve("dead-letter"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }
}
