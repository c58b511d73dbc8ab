package io.lidc.ingest;

import java.util.Optional;

/**
 * A chunk cannot commit because one before it has failed. What that one failed of is no cause in Java's sense: the routes try
 * again what has a passing cause, and this has none.
 */
public final class EarlierChunkFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final Exception reason;

    EarlierChunkFailedException(Exception reason) {
        super("an earlier chunk has failed");
        this.reason = reason;
    }

    /** What the earlier chunk failed of, where it is known. */
    public Optional<Exception> reason() {
        return Optional.ofNullable(reason);
    }
}
