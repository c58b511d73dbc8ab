package io.lidc.status;

import io.lidc.health.BoundedCall;
import io.lidc.health.DaemonThreads;
import io.lidc.status.StatusDocument.DatabaseState;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database for the status page, and waits for a bounded time. */
final class DatabaseAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAnswers.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final BoundedCall<DatabaseState> database;
    private final AtomicBoolean failing = new AtomicBoolean();

    DatabaseAnswers(DataSource dataSource) {
        database =
                new BoundedCall<>(new DatabaseStates(dataSource)::read, TIMEOUT, DaemonThreads.named("status-query"));
    }

    Future<DatabaseState> ask() {
        return database.start();
    }

    /** Null while the database does not answer. The log has a line when that starts. */
    DatabaseState await(Future<DatabaseState> asked) {
        try {
            DatabaseState state = database.await(asked);
            failing.set(false);
            return state;
        } catch (ExecutionException e) {
            return failed(e.getCause().getClass().getSimpleName());
        } catch (TimeoutException e) {
            return failed("no answer in " + TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private DatabaseState failed(String reason) {
        if (!failing.getAndSet(true)) {
            LOG.warn("The status page is without what the database tells: {}", reason);
        }
        return null;
    }
}
