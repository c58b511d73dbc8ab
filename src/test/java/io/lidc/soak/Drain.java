package io.lidc.soak;

import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The time after the last fault, in which the service comes to the end of what it was given. */
final class Drain {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SoakDatabase database;
    private final Ledger ledger;
    private final Path inbox;

    Drain(SoakDatabase database, Ledger ledger, Path inbox) {
        this.database = database;
        this.ledger = ledger;
        this.inbox = inbox;
    }

    /** Returns when all objects have an outcome, the inbox is empty and the folder was read twice more; tells what did not come to pass. */
    List<String> await() {
        try {
            until(this::isEmpty);
            until(this::isAccounted);
            int before = passes();
            until(() -> passes() >= before + 2);
            return List.of();
        } catch (ConditionTimeoutException e) {
            return List.of("the service does not come to the end of what it was given in " + LONGEST);
        }
    }

    private interface Condition {
        boolean isMet() throws IOException, SQLException;
    }

    private static void until(Condition condition) {
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(condition::isMet);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile).allMatch(file -> file.startsWith(inbox.resolve(".done")));
        }
    }

    private boolean isAccounted() throws SQLException {
        Set<String> open = new HashSet<>(ledger.names());
        try (Connection connection = database.connect()) {
            Rows.of(connection, "select source_uri from instance union all select source_uri from set_aside")
                    .forEach(uri -> open.remove(Ledger.outermost(ledger.nameOf(uri))));
        }
        return open.isEmpty();
    }

    private int passes() {
        try (Connection connection = database.connect()) {
            return Integer.parseInt(Rows.of(
                            connection,
                            "select count(*) from run where state = 'COMPLETED' and sources like '%/folder/'")
                    .get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
