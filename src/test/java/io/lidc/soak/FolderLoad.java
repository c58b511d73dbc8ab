package io.lidc.soak;

import io.lidc.soak.files.Generation;
import io.lidc.soak.files.Generations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Puts files into a folder that the service reads or empties. */
final class FolderLoad implements Callable<Void> {
    private static final int PERIOD = 20_000;

    private final SoakClock clock;
    private final SoakDatabase database;
    private final Ledger ledger;
    private final Generations generations;
    private final String name;
    private final Path folder;
    private final int first;
    private final Deque<Copies> waiting = new ArrayDeque<>();

    /** Copies of a generation, whose originals are on their way. */
    private record Copies(String prefix, Generation generation) {}

    /**
     * @param name of the way in, as the ledger knows it
     * @param first number of its generations
     */
    FolderLoad(
            SoakClock clock,
            SoakDatabase database,
            Ledger ledger,
            Generations generations,
            String name,
            Path folder,
            int first) {
        this.clock = clock;
        this.database = database;
        this.ledger = ledger;
        this.generations = generations;
        this.name = name;
        this.folder = folder;
        this.first = first;
    }

    @Override
    public Void call() throws Exception {
        for (int number = first; !clock.isOver(); number++) {
            Generation generation = generations.generation(number);
            String prefix = "g%09d/".formatted(number);
            deliver(prefix, generation.originals());
            waiting.add(new Copies(prefix, generation));
            deliverCopies();
            clock.pause(PERIOD);
        }
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(5))
                .until(this::deliverCopies);
        return null;
    }

    /** The whole file at once, by a link: the service never sees half of one. */
    void deliver(String file, byte[] bytes) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.createLink(target, ledger.write(name + "/" + file, bytes));
    }

    private void deliver(String prefix, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            deliver(prefix + file.getKey(), file.getValue());
        }
    }

    /** Whether none is left. */
    private boolean deliverCopies() throws IOException {
        while (!waiting.isEmpty() && isStored(waiting.peek().generation)) {
            Copies copies = waiting.remove();
            deliver(copies.prefix, copies.generation.copies());
        }
        return waiting.isEmpty();
    }

    private boolean isStored(Generation generation) {
        String uids = generation.copied().stream().collect(Collectors.joining("','", "'", "'"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from instance where sop_instance_uid in (" + uids + ")")) {
            row.next();
            return row.getInt(1) == generation.copied().size();
        } catch (SQLException e) {
            // It is being disturbed: there is another time.
            return false;
        }
    }
}
