package io.lidc.alert;

import io.lidc.config.Settings;
import io.lidc.model.ChunkCommitted;
import io.lidc.model.RunSummary;
import io.lidc.model.SourcePolled;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;

/** All watches: events tell them what happens, and from time to time what they find becomes alerts. */
public final class AlertWatch {
    private final FailureRateWatch failures;
    private final SourceWatch sources = new SourceWatch();
    private final RunWatch runs = new RunWatch();
    private final SilenceWatch silence;
    private final DatabaseWatch database;
    private final List<Watch> watches;
    private final AlertBook book;

    /**
     * Watches as the settings say, and writes into this book.
     *
     * @param databaseName how the database is called in messages
     */
    public AlertWatch(Settings settings, AlertBook book, String databaseName, Path deadLetters) {
        Instant now = Instant.now();
        this.book = book;
        failures = new FailureRateWatch(AlertKeys.failureBounds(settings), now);
        silence = new SilenceWatch(settings.get(AlertKeys.SILENCE_MINUTES), now);
        database = new DatabaseWatch(databaseName);
        DiskWatch disk = new DiskWatch(deadLetters, settings.get(AlertKeys.DISK_FREE_SHARE));
        watches = List.of(database, failures, sources, runs, silence, disk);
    }

    /** A chunk is committed. */
    public void chunkCommitted(@Body ChunkCommitted chunk) {
        Instant now = Instant.now();
        failures.committed(chunk, now);
        sources.committed(chunk);
        silence.committed(chunk, now);
    }

    /** A run has ended. */
    public void runEnded(@Body RunSummary run) {
        runs.ended(run);
        sources.ended(run);
    }

    /** A poll of a source has ended. */
    public void sourcePolled(@Body SourcePolled poll) {
        sources.polled(poll);
    }

    /** Looks at all conditions, and opens, updates and resolves alerts. */
    public synchronized void look() {
        try {
            book.read();
            database.answered();
        } catch (SQLException e) {
            database.failed(e);
        }
        List<Finding> findings = new ArrayList<>();
        for (Watch watch : watches) {
            Set<String> open = book.openSubjects(watch.condition());
            findings.addAll(watch.look(Instant.now(), open));
        }
        book.settle(findings);
    }
}
