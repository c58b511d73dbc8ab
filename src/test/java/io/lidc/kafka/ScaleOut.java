package io.lidc.kafka;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.FolderKeys;
import io.lidc.status.StatusKeys;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import io.lidc.testing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A discoverer and workers, processes of their own, on one broker and one database. */
final class ScaleOut {
    static final String TOPIC = "objects";
    static final String GROUP = "workers";

    private final Path folder;
    private final Home home;
    private final String database;
    private final List<Process> processes = new ArrayList<>();
    private List<String> options = List.of("-XX:TieredStopAtLevel=1");

    private ScaleOut(Path folder, Home home, String database) {
        this.folder = folder;
        this.home = home;
        this.database = database;
    }

    /** @param database URL of one whose schema is in place */
    static ScaleOut in(Path folder, TestBroker broker, String database) throws IOException {
        Home home = Home.in(folder)
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead-letter").toString())
                .set(StatusKeys.ENABLED, "false")
                .set(KafkaKeys.BROKERS, broker.address())
                .set(KafkaKeys.TOPIC, TOPIC)
                .set(KafkaKeys.GROUP_ID, GROUP)
                .set(KafkaKeys.PARTITIONS, "8")
                .set(KafkaKeys.RUN_IDLE, "1")
                .set(KafkaKeys.SESSION_TIMEOUT, "3000")
                .set(FolderKeys.PERIOD, "86400000");
        return new ScaleOut(folder, home, database);
    }

    ScaleOut withChunksOf(int objects) throws IOException {
        home.set(IngestKeys.CHUNK_SIZE, Integer.toString(objects));
        return this;
    }

    /** Has processes run with these options of the virtual machine. */
    ScaleOut withOptions(String... wanted) {
        options = List.of(wanted);
        return this;
    }

    Home home() {
        return home;
    }

    /** A process that lists a folder and publishes what is in it. */
    Process discoverer(Path of) throws IOException {
        return start(
                "discoverer",
                Map.of("KAFKA_DISCOVER_ENABLED", "true", "FOLDER_ENABLED", "true", "FOLDER_PATH", of.toString()),
                "run");
    }

    Process worker() throws IOException {
        return start("worker", Map.of("KAFKA_WORKER_ENABLED", "true"), "run");
    }

    /** A process that does it all. */
    Process single(Path of) throws IOException {
        return start("single", Map.of(), "ingest", of.toString());
    }

    private Process start(String name, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dlidc.home=" + home.folder(), "-cp", System.getProperty("java.class.path")));
        command.add("io.lidc.App");
        command.addAll(List.of(arguments));
        command.addAll(List.of("--db", database));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve(name + "-" + processes.size() + ".log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** What all processes have logged. */
    String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                logs.append(log.getFileName()).append(":\n").append(Files.readString(log));
            }
        }
        return logs.toString();
    }

    List<String> rows(String query) throws SQLException {
        return Rows.of(database, query);
    }

    long count(String query) throws SQLException {
        return Long.parseLong(rows(query).get(0));
    }

    /** Objects that have an outcome. */
    long accounted() throws SQLException {
        return count("select (select count(*) from instance)"
                + " + (select count(*) from set_aside where outcome <> 'SUPERSEDED')");
    }

    /** Records whose objects have an outcome. */
    long delivered() throws SQLException {
        return count("select delivered from scale_out");
    }

    /** Runs of which the outcomes do not add up. */
    List<String> unbalancedRuns() throws SQLException {
        return rows("select run_id from run where discovered <> stored + unchanged + duplicate + conflict + not_dicom"
                + " + not_instance + skipped + published + failed");
    }

    /** All that the database holds, but for the names and times of runs. */
    Map<String, List<String>> tables() throws SQLException {
        try (HikariDataSource opened = Database.open(database, Credentials.NONE)) {
            return Tables.of(opened);
        }
    }

    /** Kills what still runs. */
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }
}
