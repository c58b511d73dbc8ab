package io.lidc.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Spark within the tests: two threads, and tasks that are run up to three times. */
final class LocalSpark {
    private static SparkSession session;

    private LocalSpark() {}

    static synchronized SparkSession session() {
        if (session == null) {
            System.setProperty("spark.master", "local[2,3]");
            System.setProperty("spark.ui.enabled", "false");
            System.setProperty("spark.sql.shuffle.partitions", "2");
            // Compiling takes longer than a few hundred rows do.
            System.setProperty("spark.sql.codegen.wholeStage", "false");
            System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
            session = HeadersToParquet.session();
        }
        return session;
    }

    /** Runs a job, and gives the URI of its snapshot. */
    static String job(Path output, Object... inputs) throws IOException {
        run(output, inputs);
        return snapshot(output.toUri().toString());
    }

    /** The snapshot that counts. */
    static String snapshot(String output) throws IOException {
        return new SnapshotFolder(output, session().sparkContext().hadoopConfiguration())
                .current()
                .orElseThrow();
    }

    static RunTotals run(Path output, Object... inputs) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--output", output.toUri().toString(), "--input"));
        Arrays.stream(inputs).map(Object::toString).forEach(arguments::add);
        return run(arguments);
    }

    static RunTotals run(List<String> arguments) throws IOException {
        return new Job(session(), JobOptions.of(arguments.toArray(String[]::new), null)).run();
    }
}
