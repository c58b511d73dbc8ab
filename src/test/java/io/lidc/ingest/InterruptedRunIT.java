package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is cut off loses nothing: the next one ends where an undisturbed one would have. */
class InterruptedRunIT {
    private static final List<String> TABLES = List.of(
            "select * from patient order by 1, 2",
            "select * from study order by 1",
            "select * from series order by 1",
            "select * from instance order by 1",
            "select source_uri, size, version, outcome, error_code, error_offset, message, sop_instance_uid,"
                    + " series_instance_uid, header_digest from set_aside order by 1");

    @TempDir
    private Path folder;

    private Home home;
    private Path sample;
    private Process child;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder).set(IngestKeys.CHUNK_SIZE, "2");
        sample = Home.sample(folder);
    }

    @AfterEach
    void endTheChild() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 110})
    void endsWithTheSameRowsAfterAKillInTheMiddle(int stored) throws Exception {
        startAndAwait(stored);
        child.destroyForcibly().waitFor();
        home.run("ingest", sample, "--out", folder.resolve("cut"));
        home.run("ingest", sample, "--out", folder.resolve("whole"));

        assertThat(tables("cut")).isEqualTo(tables("whole"));
    }

    @Test
    void balancesTheTotalsOfTheRunAfterAKill() throws Exception {
        startAndAwait(40);
        child.destroyForcibly().waitFor();

        assertThat(home.run("ingest", sample, "--out", folder.resolve("cut")).out())
                .contains("balanced")
                .doesNotContain("NOT BALANCED");
    }

    @Test
    void endsAfterTheCurrentChunkWhenToldToStop() throws Exception {
        startAndAwait(1);
        child.destroy();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(Rows.of(database("cut"), "select state from run")).containsExactly("STOPPED");
    }

    @Test
    void namesDatabaseAndDeadLettersAlsoWhenToldToStop() throws Exception {
        startAndAwait(1);
        child.destroy();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(read(folder.resolve("child.log")))
                .contains("stopped; the next run goes on from here")
                .containsOnlyOnce("database: " + folder.resolve("cut/lidc.db"))
                .contains("dead letters: ");
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        startAndAwait(1);
        child.destroy();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        home.run("ingest", sample, "--out", folder.resolve("cut"));
        home.run("ingest", sample, "--out", folder.resolve("whole"));

        assertThat(tables("cut")).isEqualTo(tables("whole"));
    }

    private void startAndAwait(int stored) throws IOException {
        Path log = folder.resolve("child.log");
        child = Child.start(home.folder(), log, "ingest", sample, "--out", folder.resolve("cut"));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    assertThat(child.isAlive() || stored() >= stored)
                            .as(() -> read(log))
                            .isTrue();
                    return stored() >= stored;
                });
    }

    private int stored() throws SQLException {
        if (!Files.exists(folder.resolve("cut/lidc.db"))) {
            return 0;
        }
        List<String> tables = Rows.of(database("cut"), "select name from sqlite_master where name = 'instance'");
        return tables.isEmpty()
                ? 0
                : Integer.parseInt(Rows.of(database("cut"), "select count(*) from instance")
                        .get(0));
    }

    private List<String> tables(String out) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database(out))) {
            for (String table : TABLES) {
                rows.addAll(Rows.without(Set.of("run_id", "stored_at"), connection, table));
            }
        }
        return rows;
    }

    private String database(String out) {
        return "jdbc:sqlite:" + folder.resolve(out).resolve("lidc.db") + "?busy_timeout=10000";
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
