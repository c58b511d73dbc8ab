package io.lidc.model;

import java.time.Instant;

/**
 * Something that somebody has to know of. Nothing in it is a value of an object, or the location of one.
 *
 * @param alertId names it
 * @param condition what is wrong: a stable code
 * @param subject with what: a source, the database, a folder
 * @param severity critical, error or warning
 * @param updatedAt when it was last found to go on
 * @param resolvedAt when it was found to be over; null while it goes on
 * @param summary in words
 * @param runId the run that showed it; null where none did
 * @param value what was measured; null where nothing is
 * @param threshold what it is measured by; null where nothing is
 */
public record Alert(
        String alertId,
        String condition,
        String subject,
        String severity,
        Instant openedAt,
        Instant updatedAt,
        Instant resolvedAt,
        String summary,
        String runId,
        Double value,
        Double threshold) {

    /** The same, as it is found at a later time. */
    public Alert updated(Instant time, String words, String run, Double measured) {
        return new Alert(
                alertId, condition, subject, severity, openedAt, time, resolvedAt, words, run, measured, threshold);
    }

    /** The same, over. */
    public Alert resolved(Instant time, String words) {
        return new Alert(alertId, condition, subject, severity, openedAt, time, time, words, runId, value, threshold);
    }
}
