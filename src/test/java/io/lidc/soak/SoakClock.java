package io.lidc.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of a soak: how much of it has passed, and waits that its end cuts short. */
final class SoakClock {
    private final long start = System.nanoTime();
    private final long length;
    private final CountDownLatch stopped = new CountDownLatch(1);

    SoakClock(Duration length) {
        this.length = length.toNanos();
    }

    /** How much has passed, from 0 to 1. */
    double share() {
        return Math.min(1, (double) elapsed() / length);
    }

    double seconds() {
        return elapsed() / 1e9;
    }

    boolean isOver() {
        return elapsed() >= length || stopped.getCount() == 0;
    }

    /** Ends the soak before its time. */
    void stop() {
        stopped.countDown();
    }

    /** Waits, at the longest to the end of the soak. */
    void pause(long milliseconds) throws InterruptedException {
        long left = Math.max(0, length - elapsed());
        stopped.await(Math.min(left, TimeUnit.MILLISECONDS.toNanos(milliseconds)), TimeUnit.NANOSECONDS);
    }

    private long elapsed() {
        return System.nanoTime() - start;
    }
}
