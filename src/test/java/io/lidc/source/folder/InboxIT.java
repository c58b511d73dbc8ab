package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.ingest.IngestKeys;
import io.lidc.source.InboxKeys;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceOptions.AfterCommit;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path inbox;
    private Process child;

    @BeforeEach
    void fillTheInbox() throws IOException {
        inbox = Home.sample(folder);
        Files.delete(inbox.resolve("trouble/unreadable.dcm"));
        home = Home.in(folder)
                .set(InboxKeys.QUIET, "0")
                .set(InboxKeys.PATH, inbox.toString())
                .set(InboxKeys.PERIOD, "100");
    }

    @AfterEach
    void endTheChild() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void movesWhatWasReadToDone() throws IOException {
        ingest();

        assertThat(files(inbox)).hasSize(214).allMatch(file -> file.startsWith(".done/"));
    }

    @Test
    void movesWhatCannotBeReadBesideItsRecord() throws IOException {
        ingest();

        assertThat(files(folder.resolve("out/dead-letter"))).hasSize(4).allSatisfy(file -> assertThat(
                        folder.resolve("out/dead-letter").resolve(file.replace(".json", "") + ".json"))
                .exists());
    }

    @Test
    void emptiesItselfAsAService() throws IOException {
        home.set(InboxKeys.ENABLED, "true");
        child = Child.start(home.folder(), folder.resolve("child.log"), "run", "--out", folder.resolve("out"));

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> remaining() == 0);
    }

    @Test
    void keepsRowsUnderThePlacesOfTheirFiles() throws Exception {
        ingest();

        assertThat(places()).hasSize(216).allSatisfy(place -> assertThat(place).isRegularFile());
    }

    @Test
    void keepsRowsUnderThePlacesOfTheirFilesAfterAKillBetweenCommitAndMove() throws Exception {
        killBetweenCommitAndMove();
        ingest();

        assertThat(places()).hasSize(216).allSatisfy(place -> assertThat(place).isRegularFile());
    }

    @Test
    void givesEachFileToOneOfTwoProcesses() throws Exception {
        home.set(IngestKeys.CHUNK_SIZE, "5");
        ingestNothing();
        Process other = start("other.log");
        child = start("child.log");
        assertThat(other.waitFor()).isIn(0, 3);
        assertThat(child.waitFor()).isIn(0, 3);

        assertThat(rows("select sum(discovered), sum(stored), sum(failed), sum(unchanged) from run"))
                .containsExactly("216|210|2|0");
        assertThat(places()).hasSize(216).allSatisfy(place -> assertThat(place).isRegularFile());
    }

    @Test
    void takesNothingThatAnotherProcessHasClaimed() throws Exception {
        Source claiming = new InboxSource(inbox, options());
        ObjectReference claimed = claiming.list().next();
        // A second pass of this process: it looks for orphans, and must not give up the first one's lock.
        new InboxSource(inbox, options()).list();
        child = start("child.log");
        assertThat(child.waitFor()).isIn(0, 3);

        assertThat(Path.of(claimed.hint())).exists();
    }

    @Test
    void losesNothingAndTakesNothingTwiceAfterAKillBetweenCommitAndMove() throws Exception {
        killBetweenCommitAndMove();

        Home.Result result = ingest();

        assertThat(result.out()).containsPattern("UNCHANGED +216\\b").containsPattern("discovered +216  balanced");
        assertThat(rows("select sop_instance_uid from instance")).hasSize(210);
        assertThat(files(inbox)).hasSize(214).allMatch(file -> file.startsWith(".done/"));
        assertThat(files(folder.resolve("out/dead-letter"))).hasSize(4);
    }

    private void killBetweenCommitAndMove() throws Exception {
        home.haltAfterCommit();
        child = start("child.log");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rows("select * from instance").isEmpty());
        child.destroyForcibly().waitFor();
        assertThat(remaining()).isEqualTo(216);
        home.goOnAfterCommit();
    }

    private Process start(String log) throws IOException {
        return Child.start(
                home.folder(), folder.resolve(log), "ingest", "inbox:" + inbox, "--out", folder.resolve("out"));
    }

    /** Two processes do not make one database at the same time. */
    private void ingestNothing() throws IOException {
        home.run("ingest", Files.createDirectory(folder.resolve("empty")), "--out", folder.resolve("out"));
    }

    private static SourceOptions options() {
        return SourceOptions.DEFAULT.forFiles(AfterCommit.MOVE, Duration.ZERO, null);
    }

    private List<Path> places() throws SQLException {
        return rows("select source_uri from instance union all select source_uri from set_aside").stream()
                .map(uri -> Path.of(URI.create(uri)))
                .toList();
    }

    private Home.Result ingest() {
        return home.run("ingest", "inbox:" + inbox, "--out", folder.resolve("out"));
    }

    private long remaining() throws IOException {
        return files(inbox).stream()
                .filter(file -> !file.startsWith(".done/") && !file.matches("\\.claimed/[^/]+\\.(lock|unreadable/.+)"))
                .count();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private List<String> rows(String query) throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve("out/lidc.db");
        if (!Files.exists(folder.resolve("out/lidc.db"))
                || Rows.of(database, "select name from sqlite_master where name = 'instance'")
                        .isEmpty()) {
            return List.of();
        }
        return Rows.of(database + "?busy_timeout=10000", query);
    }
}
