package io.lidc.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * The request to stop that TERM, INT (Ctrl-C) and HUP make. The first signal asks: the work ends by itself, the database is closed and the
 * routes are stopped before the virtual machine ends. A second signal ends the process at once, and so does a stop that takes too long:
 * what was not committed then is not stored, and the next run reads it.
 *
 * <p>Signals are handled, not awaited in a shutdown hook: hooks run beside each other and beside the work, without an order, and the
 * virtual machine ends when they do.
 */
public final class StopRequest implements AutoCloseable {
    /** By which shells tell that a process ended of a signal: 128 and the number of the signal. */
    private static final Map<String, Integer> EXIT_CODES = Map.of("HUP", 129, "INT", 130, "TERM", 143);

    /** For the connections of the pool, after the routes. */
    private static final Duration CLOSING = Duration.ofMillis(1_500);

    private final AtomicInteger exitCode = new AtomicInteger();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<OperatingSystemSignal> signals = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private final Duration timeout;
    private final IntUnaryOperator exitCodes;
    private final Consumer<String> told;
    private boolean working;

    private StopRequest(Duration timeout, IntUnaryOperator exitCodes, Consumer<String> told) {
        this.timeout = timeout;
        this.exitCodes = exitCodes;
        this.told = told;
    }

    /**
     * Listens for signals until it is closed.
     *
     * @param timeout from the first signal to the end of the work, after which the process ends without it
     * @param exitCodes of a process that ends in order, by the exit code that shells give for the signal
     * @param told what happens, in words
     */
    public static StopRequest listening(Duration timeout, IntUnaryOperator exitCodes, Consumer<String> told) {
        StopRequest stop = new StopRequest(timeout, exitCodes, told);
        EXIT_CODES.forEach((name, code) ->
                OperatingSystemSignal.handle(name, () -> stop.signalled(code)).ifPresent(stop.signals::add));
        return stop;
    }

    private void signalled(int code) {
        if (!exitCode.compareAndSet(0, code)) {
            Runtime.getRuntime().halt(code);
        }
        synchronized (actions) {
            if (!working) {
                told.accept("stopped before it started");
                Runtime.getRuntime().halt(exitCode());
            }
        }
        Thread deadline = new Thread(this::endInTime, "stop-deadline");
        deadline.setDaemon(true);
        deadline.start();
        told.accept("stopping after the current chunk; a second signal stops at once");
        synchronized (actions) {
            requested.countDown();
            actions.forEach(Runnable::run);
        }
    }

    private void endInTime() {
        try {
            if (!closed.await(timeout.plus(CLOSING).toMillis(), TimeUnit.MILLISECONDS)) {
                told.accept(
                        "the current chunk did not end in " + timeout.toSeconds() + " s; the next run reads it again");
                Runtime.getRuntime().halt(exitCode.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that there is work from now on, which a stop lets end: before, there is nothing that could be lost. */
    public void workStarts() {
        synchronized (actions) {
            working = true;
        }
    }

    /** Does this when a stop is requested; at once where it was. */
    public void then(Runnable action) {
        synchronized (actions) {
            if (isRequested()) {
                action.run();
            } else {
                actions.add(action);
            }
        }
    }

    /** Whether a stop was requested. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Returns when a stop is requested. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /** Returns true when a stop is requested, false after some milliseconds without. */
    public boolean await(long milliseconds) throws InterruptedException {
        return requested.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The exit code after a stop in order; 0 where none was requested. */
    public int exitCode() {
        return exitCode.get() == 0 ? 0 : exitCodes.applyAsInt(exitCode.get());
    }

    /** Signals do again what they did before. */
    @Override
    public void close() {
        closed.countDown();
        signals.forEach(OperatingSystemSignal::close);
    }
}
