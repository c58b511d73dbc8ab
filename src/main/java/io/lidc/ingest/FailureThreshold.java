package io.lidc.ingest;

/**
 * How many failures are too many.
 *
 * @param share of all objects, 0 to 1
 */
public record FailureThreshold(double share) {

    /** Whether a failure rate, 0 to 1, is over it. */
    public boolean isExceededBy(double rate) {
        return rate > share;
    }
}
