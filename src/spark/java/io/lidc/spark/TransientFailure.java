package io.lidc.spark;

import io.lidc.source.SourceError;
import java.util.Set;

/** A task that met a fault which the next attempt may not meet. Spark runs the task again; the last attempt puts the fault on record. */
public final class TransientFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> WORTH_WAITING = Set.of(
            SourceError.THROTTLED.name(),
            SourceError.TIMEOUT.name(),
            SourceError.UNREACHABLE.name(),
            SourceError.SERVER_ERROR.name());

    private TransientFailure(String code) {
        super(code);
    }

    /**
     * Ends the task for a fault that may pass.
     *
     * @param isLastAttempt then the fault is put on record instead
     * @throws TransientFailure to be run again
     */
    public static void retry(String code, boolean isLastAttempt) {
        if (!isLastAttempt && WORTH_WAITING.contains(code)) {
            throw new TransientFailure(code);
        }
    }
}
