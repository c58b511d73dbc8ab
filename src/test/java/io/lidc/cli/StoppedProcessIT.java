package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.FolderKeys;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import io.lidc.testing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are told to stop, {@code -Dstops=20} times, at moments of their own. */
class StoppedProcessIT {
    private static final int STOPS = Integer.getInteger("stops", 3);
    private static final int TERMINATED = 143;

    private final Random random = new Random(STOPS);

    @TempDir
    private Path folder;

    private Home home;
    private Path sample;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder)
                .set(IngestKeys.CHUNK_SIZE, "2")
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString());
        sample = Home.sample(folder);
        home.set(FolderKeys.PATH, sample.toString());
    }

    @Test
    void anIngestEndsWithTheExitCodeOfTheSignalAndARunThatBalances() throws Exception {
        for (int i = 0; i < STOPS; i++) {
            Path out = folder.resolve("out" + i);

            assertThat(stopped(out, "ingest", sample, "--out", out)).isIn(TERMINATED, 0, ExitCode.OVER_THRESHOLD);
            assertThat(states(out)).isSubsetOf("STOPPED balanced", "COMPLETED balanced");
            assertThat(differences(out)).isEmpty();
        }
    }

    @Test
    void aServiceEndsWithZeroAndRunsThatBalance() throws Exception {
        for (int i = 0; i < STOPS; i++) {
            Path out = folder.resolve("out" + i);

            assertThat(stopped(out, "run", "--out", out)).isZero();
            assertThat(states(out)).isSubsetOf("STOPPED balanced", "COMPLETED balanced");
            assertThat(differences(out)).isEmpty();
        }
    }

    @Test
    void saysAtOnceThatItStops() throws Exception {
        Path out = folder.resolve("out");
        Process child = Child.start(home.folder(), log(out), "ingest", sample, "--out", out);
        awaitRuns(out);
        child.destroy();
        child.waitFor();

        assertThat(Files.readString(log(out))).contains("stopping after the current chunk");
    }

    @Test
    void aSecondSignalEndsItAtOnce() throws Exception {
        Path out = folder.resolve("out");
        Process child = Child.start(home.folder(), log(out), "run", "--out", out);
        try (Connection lock = locked(out)) {
            child.destroy();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Files.readString(log(out)).contains("stopping"));
            long start = System.nanoTime();
            child.destroy();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            lock.rollback();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void theNextStartClosesTheRunOfAKilledProcess() throws Exception {
        Path out = folder.resolve("out");
        Process child = Child.start(home.folder(), log(out), "ingest", sample, "--out", out);
        awaitRuns(out);
        child.destroyForcibly().waitFor();
        home.run("ingest", sample, "--out", out);

        assertThat(Rows.of(url(out), "select state from run order by started_at"))
                .containsExactly("ABANDONED", "COMPLETED");
    }

    /** The service's database, locked by another process's transaction once it is there. */
    private static Connection locked(Path out) throws SQLException {
        awaitRuns(out);
        Connection connection = DriverManager.getConnection(url(out));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("update run set state = state");
        }
        return connection;
    }

    /** The exit code of a process that is told to stop some time after its database is there. */
    private int stopped(Path out, Object... arguments) throws Exception {
        Process child = Child.start(home.folder(), log(out), arguments);
        try {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Files.exists(out.resolve("lidc.db")) || !child.isAlive());
            // At any moment of a run, which takes one second.
            child.waitFor(random.nextInt(2_000), TimeUnit.MILLISECONDS);
            child.destroy();
            assertThat(child.waitFor(10, TimeUnit.SECONDS))
                    .as("ends in 10 s: %s", Files.readString(log(out)))
                    .isTrue();
            return child.exitValue();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static void awaitRuns(Path out) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Files.exists(out.resolve("lidc.db")) && !runs(out).isEmpty());
    }

    private static List<String> runs(Path out) throws SQLException {
        return Rows.of(url(out), "select name from sqlite_master where name = 'run'")
                        .isEmpty()
                ? List.of()
                : Rows.of(url(out), "select run_id from run");
    }

    private static List<String> states(Path out) throws SQLException {
        return runs(out).isEmpty()
                ? List.of()
                : Rows.of(
                        url(out),
                        "select state || case when discovered = stored + unchanged + duplicate + conflict + not_dicom"
                                + " + not_instance + skipped + failed then ' balanced' else ' not balanced' end from run");
    }

    /** What the next run leaves, against what an undisturbed one does. */
    private List<String> differences(Path out) throws Exception {
        home.run("ingest", sample, "--out", out);
        List<String> differences = new ArrayList<>();
        try (HikariDataSource stopped = Database.open(url(out), Credentials.NONE);
                HikariDataSource whole = TestDatabase.SQLITE.open(Files.createTempDirectory(folder, "whole"))) {
            Ingested.trees(folder, whole, List.of(sample));
            Tables.of(whole).forEach((table, rows) -> {
                try {
                    differences.addAll(
                            Tables.difference(rows, Tables.of(stopped).get(table)));
                } catch (SQLException e) {
                    differences.add(e.toString());
                }
            });
        }
        return differences;
    }

    private static String url(Path out) {
        return "jdbc:sqlite:" + out.resolve("lidc.db") + "?busy_timeout=10000";
    }

    private Path log(Path out) {
        return folder.resolve(out.getFileName() + ".log");
    }
}
