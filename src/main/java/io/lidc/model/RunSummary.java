package io.lidc.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A run that has ended, however it ended: what {@code direct:run-end} takes and {@code seda:run-ended} tells.
 *
 * @param runId names the run: in the database, in the dead-letter folder
 * @param source URIs of its sources, one a line
 * @param discovered objects that the sources listed
 * @param totals what the database holds of them
 * @param overThreshold whether the share of unreadable objects is over {@code failure.threshold}
 * @param reason why it failed, in words without any value of a data set; null where it did not
 * @param route id of the route that polled or received its objects; empty where a command did
 */
public record RunSummary(
        String runId,
        String source,
        RunState state,
        Instant startedAt,
        Instant finishedAt,
        long discovered,
        Totals totals,
        boolean overThreshold,
        String reason,
        String route) {

    /** A run of a command. */
    public RunSummary(
            String runId,
            String source,
            RunState state,
            Instant startedAt,
            Instant finishedAt,
            long discovered,
            Totals totals,
            boolean overThreshold,
            String reason) {
        this(runId, source, state, startedAt, finishedAt, discovered, totals, overThreshold, reason, "");
    }

    /** How long it took. */
    public Duration duration() {
        return Duration.between(startedAt, finishedAt);
    }
}
