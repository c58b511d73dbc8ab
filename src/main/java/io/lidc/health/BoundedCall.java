package io.lidc.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that may hang, awaited for a bounded time. While one attempt goes on, all callers share that one. */
public final class BoundedCall<T> {
    private final Callable<T> work;
    private final Duration timeout;
    private final Executor executor;
    private Future<T> current;

    /** @param timeout after which a caller gives up; the attempt itself goes on */
    public BoundedCall(Callable<T> work, Duration timeout, Executor executor) {
        this.work = work;
        this.timeout = timeout;
        this.executor = executor;
    }

    /** An attempt, not awaited. */
    public synchronized Future<T> start() {
        if (current == null || current.isDone()) {
            FutureTask<T> task = new FutureTask<>(work);
            executor.execute(task);
            current = task;
        }
        return current;
    }

    /**
     * What an attempt gives.
     *
     * @throws ExecutionException with what the work threw
     * @throws TimeoutException when it does not end in time
     */
    public T await(Future<T> attempt) throws ExecutionException, TimeoutException, InterruptedException {
        return attempt.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
