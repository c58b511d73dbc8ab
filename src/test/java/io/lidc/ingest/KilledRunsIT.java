package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import io.lidc.testing.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An ingest that is killed again and again, {@code -Dkills=20} times, at moments of its own. */
class KilledRunsIT {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int OBJECTS = 130;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void endsWithTheRowsOfAnUndisturbedOne(TestDatabase database) throws Exception {
        Home home = Home.in(folder)
                .set(IngestKeys.CHUNK_SIZE, "2")
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString());
        Path sample = Home.sample(folder);
        String url = database.create(folder);
        Database.open(url, Credentials.NONE).close();
        Random random = new Random(KILLS);
        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(kill * OBJECTS / (KILLS + 1) + random.nextInt(3), url, home, sample);
        }
        home.run("ingest", sample, "--db", url);

        try (HikariDataSource killed = Database.open(url, Credentials.NONE);
                HikariDataSource whole = database.open(folder)) {
            Ingested.trees(folder, whole, List.of(sample));
            assertThat(differences(Tables.of(whole), Tables.of(killed))).isEmpty();
            assertThat(Rows.of(
                            killed,
                            "select run_id from run where discovered <> stored + unchanged + duplicate + conflict"
                                    + " + not_dicom + not_instance + failed"))
                    .isEmpty();
        }
    }

    private void killAfter(int objects, String url, Home home, Path sample) throws Exception {
        Path log = Files.createTempFile(folder, "child", ".log");
        Process child = Child.start(home.folder(), log, "ingest", sample, "--db", url);
        try {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !child.isAlive() || accounted(url) >= objects);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static long accounted(String url) throws SQLException {
        String separator = url.contains("?") ? "&" : "?";
        String patient = url.startsWith("jdbc:sqlite:") ? url + separator + "busy_timeout=10000" : url;
        return Long.parseLong(
                Rows.of(patient, "select (select count(*) from instance) + (select count(*) from set_aside)")
                        .get(0));
    }

    private static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> actual) {
        List<String> differences = new ArrayList<>();
        expected.forEach((table, rows) -> differences.addAll(Tables.difference(rows, actual.get(table))));
        return differences;
    }
}
