package io.lidc.store.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a row says of its last change.
 *
 * @param runId the run that wrote it
 * @param storedAt when, in UTC, as {@code 2000-01-31T14:05:06Z}: such texts sort as their times do
 */
public record Stamp(String runId, String storedAt) {

    /** Of a run, at the present time. */
    public static Stamp of(String runId) {
        return new Stamp(runId, now());
    }

    /** The present time to the second. */
    public static String now() {
        return text(Instant.now());
    }

    /** A time to the second. */
    public static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
