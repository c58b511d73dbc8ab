package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executor that is killed while objects are read: nothing is missing, nothing is there twice. */
class KilledExecutorIT {
    @TempDir
    Path folder;

    @Test
    void givesTheRowsThatTheDatabaseHas() throws Exception {
        assertSameRows(Lidc.sample(folder.resolve("sample")), 4);
    }

    /** Any other tree: -Dlidc.tree=DIR. */
    @Test
    void givesTheRowsOfANamedTree() throws Exception {
        String tree = System.getProperty("lidc.tree", "");
        assumeTrue(!tree.isEmpty(), "no tree is named");
        assertSameRows(Path.of(tree), 500);
    }

    private void assertSameRows(Path tree, int objectsPerTask) throws Exception {
        TestDatabase database = Lidc.ingest(folder, tree);
        Path output = folder.resolve("parquet");
        Path log = folder.resolve("job.log");
        Process job = new Cluster(Lidc.ROOT.resolve("target/spark/home"))
                .submit(
                        log,
                        "--objects-per-task",
                        String.valueOf(objectsPerTask),
                        "--input",
                        tree.toString(),
                        "--output",
                        output.toUri().toString());
        try {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !job.isAlive() || isReading(output));
            List<ProcessHandle> executors = Cluster.executors(job);
            assertThat(executors).as(Files.readString(log)).hasSize(2);
            executors.get(0).destroyForcibly();
            assertThat(job.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            job.descendants().forEach(ProcessHandle::destroyForcibly);
            job.destroyForcibly();
        }
        assertThat(job.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("Lost executor");
        String snapshot = LocalSpark.snapshot(output.toUri().toString());
        for (String table : TableSchema.ALL) {
            assertThat(Rows.of(LocalSpark.session(), snapshot, table)).as(table).isEqualTo(database.rows(table));
        }
    }

    /** Whether tasks have read some objects, and others are still to come. */
    private static boolean isReading(Path output) throws IOException {
        Path staging = output.resolve("_staging");
        if (!Files.isDirectory(staging)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(staging)) {
            return files.anyMatch(file -> file.toString().contains("/objects/_temporary/0/task_"));
        } catch (UncheckedIOException e) {
            // A task has just moved its files.
            return false;
        }
    }
}
