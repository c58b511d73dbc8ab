package io.lidc.kafka;

import io.lidc.ingest.DeadLetterKeys;
import io.lidc.ingest.IngestKeys;
import io.lidc.source.FolderKeys;
import io.lidc.status.StatusKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A discoverer and workers, processes of their own, on one broker and one database. */
final class ScaleOut {
    static final String TOPIC = "objects";
    static final String GROUP = "workers";

    private final Path folder;
    private final Home home;
    private final String database;
    private final List<Process> processes = new ArrayList<>();

    private ScaleOut(Path folder, Home home, String database) {
        this.folder = folder;
        this.home = home;
        this.database = database;
    }

    /** @param database URL of one whose schema is in place */
    static ScaleOut in(Path folder, TestBroker broker, String database, int chunkSize) throws IOException {
        Home home = Home.in(folder)
                .set(IngestKeys.CHUNK_SIZE, Integer.toString(chunkSize))
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead-letter").toString())
                .set(StatusKeys.ENABLED, "false")
                .set(KafkaKeys.BROKERS, broker.address())
                .set(KafkaKeys.TOPIC, TOPIC)
                .set(KafkaKeys.GROUP_ID, GROUP)
                .set(KafkaKeys.PARTITIONS, "4")
                .set(KafkaKeys.RUN_IDLE, "1")
                .set(KafkaKeys.SESSION_TIMEOUT, "3000")
                .set(FolderKeys.PERIOD, "86400000");
        return new ScaleOut(folder, home, database);
    }

    Home home() {
        return home;
    }

    /** A process that lists a folder and publishes what is in it. */
    Process discoverer(Path of) throws IOException {
        return start(
                "discoverer",
                Map.of("KAFKA_DISCOVER_ENABLED", "true", "FOLDER_ENABLED", "true", "FOLDER_PATH", of.toString()));
    }

    Process worker() throws IOException {
        return start("worker", Map.of("KAFKA_WORKER_ENABLED", "true"));
    }

    private Process start(String name, Map<String, String> environment) throws IOException {
        Path log = folder.resolve(name + "-" + processes.size() + ".log");
        Process process = Child.start(environment, home.folder(), log, "run", "--db", database);
        processes.add(process);
        return process;
    }

    /** What all processes have logged. */
    String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (Path log : Files.list(folder)
                .filter(file -> file.toString().endsWith(".log"))
                .sorted()
                .toList()) {
            logs.append(log.getFileName()).append(":\n").append(Files.readString(log));
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

    /** Kills what still runs. */
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }
}
