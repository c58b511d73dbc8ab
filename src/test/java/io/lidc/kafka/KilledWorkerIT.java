package io.lidc.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import io.lidc.testing.Tables;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample that three workers store, with a poison record among it: the first is killed between the commit of a chunk and that of its
 * offsets, the second is told to stop while it works.
 */
class KilledWorkerIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static ScaleOut scaleOut;
    private static String database;
    private static Path sample;
    private static Process stopped;

    @BeforeAll
    static void storeTheSample() throws Exception {
        broker = TestBroker.start(folder);
        database = TestDatabase.POSTGRESQL.create(folder);
        Database.open(database, Credentials.NONE).close();
        sample = Home.sample(folder);
        deleteCopies();
        scaleOut = ScaleOut.in(folder, broker, database).withChunksOf(5);
        Process discoverer = scaleOut.discoverer(sample);
        await().atMost(TIMEOUT).until(() -> scaleOut.count("select count(*) from run where state = 'COMPLETED'") == 1);
        broker.send(ScaleOut.TOPIC, "poison", "this is no reference");
        discoverer.destroy();

        scaleOut.home().haltAfterCommit();
        Process killed = scaleOut.worker();
        await().atMost(TIMEOUT).until(() -> scaleOut.accounted() > 0);
        killed.destroyForcibly().waitFor();

        scaleOut.home().goOnAfterCommit();
        long before = scaleOut.delivered();
        stopped = scaleOut.worker();
        Process last = scaleOut.worker();
        await().atMost(TIMEOUT).until(() -> scaleOut.delivered() > before);
        stopped.destroy();
        await().atMost(TIMEOUT).until(() -> scaleOut.accounted() == objects() + 1);
        broker.awaitConsumed(ScaleOut.TOPIC, ScaleOut.GROUP, TIMEOUT);
        last.destroy();
        last.waitFor();
    }

    /** Which of two objects with one UID comes first is another worker's luck each time. */
    private static void deleteCopies() throws Exception {
        try (HikariDataSource single = TestDatabase.POSTGRESQL.open(folder)) {
            Ingested.trees(folder, single, List.of(sample));
            for (String uri :
                    Rows.of(single, "select source_uri from set_aside where outcome in ('DUPLICATE', 'CONFLICT')")) {
                Files.delete(Path.of(URI.create(uri)));
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        scaleOut.end();
        broker.close();
    }

    private static long objects() throws Exception {
        try (Stream<Path> files = Files.walk(sample)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void storesEveryObjectAsASingleProcessDoes() throws Exception {
        List<String> differences = new ArrayList<>();
        try (HikariDataSource single = TestDatabase.POSTGRESQL.open(folder)) {
            Ingested.trees(folder, single, List.of(sample));
            Map<String, List<String>> actual = scaleOut.tables();
            Tables.of(single).forEach((table, rows) -> differences.addAll(Tables.difference(rows, actual.get(table))));
        }

        assertThat(differences).allMatch(row -> row.startsWith("+ ") && row.contains("|BAD_REFERENCE|"));
    }

    @Test
    void setsThePoisonRecordAside() throws Exception {
        assertThat(scaleOut.rows("select source_uri like 'kafka:objects/%', outcome, message from set_aside"
                        + " where error_code = 'BAD_REFERENCE'"))
                .containsExactly("true|FAILED|a record that is no reference to an object");
    }

    @Test
    void aWorkerThatIsToldToStopEndsInOrder() throws Exception {
        assertThat(stopped.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped.exitValue()).as(scaleOut.logs()).isZero();
    }

    @Test
    void onlyTheRunOfTheKilledWorkerIsLeftOpen() throws Exception {
        assertThat(scaleOut.rows("select count(*) from run where sources like 'kafka:%' and state <> 'COMPLETED'"))
                .containsExactly("1");
    }

    @Test
    void everyRunOfAWorkerBalances() throws Exception {
        assertThat(scaleOut.unbalancedRuns()).isEmpty();
    }

    @Test
    void theTotalsOfAllBalance() throws Exception {
        long objects = objects();

        assertThat(scaleOut.rows("select published, delivered, missing from scale_out"))
                .containsExactly(objects + "|" + (objects + 1) + "|0");
    }

    @Test
    void countsWhatWasDeliveredAgain() throws Exception {
        assertThat(scaleOut.count("select redelivered from scale_out"))
                .isEqualTo(scaleOut.count(
                        "select sum(unchanged) from run where sources like 'kafka:%' and state = 'COMPLETED'"))
                .isPositive();
    }
}
