package io.lidc.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pipeline's own program, in a process of its own: its libraries and Spark's do not go together. */
final class Lidc {
    /** The checkout. */
    static final Path ROOT =
            Path.of(System.getProperty("lidc.root", "../..")).toAbsolutePath().normalize();

    private Lidc() {}

    /** Runs a command, in the folder with its configuration. Gives what it prints. */
    static String run(int exitCode, Object... arguments) throws IOException, InterruptedException {
        return run(exitCode, Map.of(), arguments);
    }

    /** Runs a command, with variables in its environment. */
    static String run(int exitCode, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                ROOT.resolve("target/lidc-pipeline.jar").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("FAILURE_THRESHOLD", "1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != exitCode) {
            throw new IOException(command + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output;
    }

    /** The synthetic tree with its broken files. */
    static Path sample(Path folder) throws IOException, InterruptedException {
        run(0, "sample", folder);
        return folder;
    }

    /** Sources in a new SQLite database. */
    static TestDatabase ingest(Path folder, Object... sources) throws IOException, InterruptedException {
        TestDatabase database = new TestDatabase(folder.resolve("lidc.db"));
        database.ingest(sources);
        return database;
    }
}
