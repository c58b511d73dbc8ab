package io.lidc.model;

import java.time.Instant;

/**
 * Which of the objects that ended as FAILED are to be read again: those that meet all of its conditions. {@code direct:replay} takes it.
 *
 * @param code their error code; null for any
 * @param run the run that came to that outcome; null for any
 * @param since the time from which on it did; null for any
 */
public record ReplayRequest(String code, String run, Instant since) {
    /** Every object that ended as FAILED. */
    public static final ReplayRequest ALL = new ReplayRequest(null, null, null);
}
