package io.lidc.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and after which pause something is tried again. Pauses double and are drawn at random below that bound, so
 * that many clients do not come back at once.
 *
 * @param retries after the first trial, in a row and without any progress
 * @param first bound of the first pause
 * @param longest bound of every pause, also of one that a server asks for
 */
public record Backoff(int retries, Duration first, Duration longest) {

    /** Five more trials, from half a second to two minutes. */
    public static final Backoff DEFAULT = new Backoff(5, Duration.ofMillis(500), Duration.ofMinutes(2));

    /** Something that may fail for a while. */
    @FunctionalInterface
    interface Trial<T> {
        T run() throws IOException;
    }

    /** Tries until it succeeds, fails for good, or has been tried often enough. */
    <T> T tryRepeatedly(Trial<T> trial) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                return trial.run();
            } catch (IOException e) {
                pause(failures, e);
            }
        }
    }

    /**
     * Waits before the next trial.
     *
     * @param failures in a row, from 1
     * @throws IOException the reason itself where it does not pass or has been met too often
     */
    void pause(int failures, IOException reason) throws IOException {
        if (failures > retries || !isPassing(reason)) {
            throw reason;
        }
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        long asked =
                reason instanceof StatusException status ? status.retryAfter().toMillis() : 0;
        long jitter = ThreadLocalRandom.current().nextLong(bound + 1);
        try {
            Thread.sleep(Math.min(longest.toMillis(), asked + jitter));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two trials");
        }
    }

    private static boolean isPassing(IOException reason) {
        if (reason instanceof StatusException status) {
            return status.isTransient();
        }
        boolean interrupted = reason instanceof InterruptedIOException && !(reason instanceof SocketTimeoutException);
        boolean local = reason instanceof FileSystemException;
        return !interrupted && !local && !(reason instanceof RefusedException);
    }
}
