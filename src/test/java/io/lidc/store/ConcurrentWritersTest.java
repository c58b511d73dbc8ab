package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Tables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four writers, each with a store of its own, with three quarters of the same objects in orders of their own. */
class ConcurrentWritersTest {
    private static final int WRITERS = 4;
    private static final int OBJECTS = 400;

    @TempDir
    private Path folder;

    private HikariDataSource alone;
    private HikariDataSource shared;

    @BeforeEach
    void open() throws SQLException {
        alone = TestDatabase.POSTGRESQL.open(folder);
        shared = TestDatabase.POSTGRESQL.open(folder);
    }

    @AfterEach
    void close() {
        alone.close();
        shared.close();
    }

    @Test
    void endWithTheRowsOfOne() throws Exception {
        write(alone, "run-0", all());
        writeTogether();

        assertThat(Tables.of(shared)).isEqualTo(Tables.of(alone));
    }

    @Test
    void storeEachObjectOnce() throws Exception {
        long stored = 0;
        for (Totals totals : writeTogether()) {
            stored += totals.count(Outcome.STORED);
        }

        assertThat(stored).isEqualTo(OBJECTS);
    }

    private List<Totals> writeTogether() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Totals>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                List<Extraction> part = new ArrayList<>(all());
                int left = i * OBJECTS / WRITERS;
                part.subList(left, left + OBJECTS / WRITERS).clear();
                Collections.shuffle(part, new Random(i));
                String runId = "run-" + i;
                writers.add(() -> write(shared, runId, part));
            }
            List<Totals> totals = new ArrayList<>();
            for (Future<Totals> writer : threads.invokeAll(writers)) {
                totals.add(writer.get());
            }
            return totals;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Totals write(HikariDataSource dataSource, String runId, List<Extraction> objects)
            throws SQLException {
        MetadataStore store = new MetadataStore(dataSource);
        store.begin(runId, "file:///");
        Totals totals = Totals.NONE;
        for (int i = 0; i < objects.size(); i += 20) {
            List<Extraction> part = objects.subList(i, Math.min(i + 20, objects.size()));
            totals = totals.plus(patiently(store, new ReadChunk(runId, part.size(), 0, Set.of(), part)));
        }
        return totals;
    }

    /** As the routes do. */
    private static Totals patiently(MetadataStore store, ReadChunk chunk) throws SQLException {
        for (int i = 0; i < 10; i++) {
            try {
                return store.store(chunk).totals();
            } catch (SQLTransientException e) {
                continue;
            }
        }
        return store.store(chunk).totals();
    }

    /** Of ten series, whose descriptions tell which instance describes them. */
    private static List<Extraction> all() {
        List<Extraction> all = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            all.add(TestInstance.of("3." + i)
                    .series("2." + i % 10)
                    .with("series_description", "described by " + i)
                    .with("manufacturer", i % 5 == 3 ? "named by " + i : null)
                    .with("patient_sex", i % 17 == 16 ? "told by " + i : null)
                    .read());
        }
        return all;
    }
}
