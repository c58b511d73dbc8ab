package io.lidc.download.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often, and after which delay, a failed operation is attempted again: exponential backoff with full jitter, so that
 * many clients do not return at the same time.
 *
 * @param retries consecutive attempts without progress after the first one
 * @param first upper bound of the first delay; it doubles with each attempt
 * @param longest upper bound of every delay, including the one that a server asks for
 */
public record Backoff(int retries, Duration first, Duration longest) {

    /** Five retries, with delays from half a second to two minutes. */
    public static final Backoff DEFAULT = new Backoff(5, Duration.ofMillis(500), Duration.ofMinutes(2));

    /** An operation that may fail temporarily. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    /** Repeats the operation until it succeeds, fails permanently, or the retries are used up. */
    <T> T retry(Attempt<T> attempt) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                pause(failures, e);
            }
        }
    }

    /**
     * Waits before the next attempt.
     *
     * @param failures consecutive failures so far, from 1
     * @throws IOException the reason itself where it is not transient or the retries are used up
     */
    public void pause(int failures, IOException reason) throws IOException {
        if (failures > retries || !isTransient(reason)) {
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
            throw new InterruptedIOException("interrupted while waiting for the next attempt");
        }
    }

    private static boolean isTransient(IOException reason) {
        if (reason instanceof StatusException status) {
            return status.isTransient();
        }
        boolean interrupted = reason instanceof InterruptedIOException && !(reason instanceof SocketTimeoutException);
        boolean local = reason instanceof FileSystemException;
        return !interrupted && !local && !(reason instanceof RefusedException);
    }
}
