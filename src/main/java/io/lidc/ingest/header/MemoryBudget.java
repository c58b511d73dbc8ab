package io.lidc.ingest.header;

import java.io.InterruptedIOException;

/**
 * The memory that long headers take while they are read and mapped, over all readers. A reader that needs more than is left waits for the
 * others. One at a time may overdraw: otherwise a header larger than the budget would never be read, and readers that wait for each other
 * would never end.
 */
final class MemoryBudget {
    private final long total;
    private long used;
    private Reservation overdrawn;

    /** @param total in bytes */
    MemoryBudget(long total) {
        this.total = total;
    }

    /** A share of the memory that this virtual machine may use at most. */
    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    /** What one reader has taken of the budget. */
    final class Reservation implements AutoCloseable {
        private long taken;

        /** Takes what is missing to so many bytes; waits while others have it. */
        void raiseTo(long bytes) throws InterruptedIOException {
            synchronized (MemoryBudget.this) {
                long more = bytes - taken;
                while (used + more > total && overdrawn != null && overdrawn != this) {
                    await();
                }
                if (used + more > total) {
                    overdrawn = this;
                }
                used += more;
                taken = bytes;
            }
        }

        private void await() throws InterruptedIOException {
            try {
                MemoryBudget.this.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for memory");
            }
        }

        /** Gives back all. */
        @Override
        public void close() {
            if (taken == 0) {
                return;
            }
            synchronized (MemoryBudget.this) {
                used -= taken;
                taken = 0;
                overdrawn = overdrawn == this ? null : overdrawn;
                MemoryBudget.this.notifyAll();
            }
        }
    }
}
