package io.lidc.ingest;

import io.lidc.model.Extraction;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the extractions of a chunk hold in memory until they are committed. Headers of usual length are not counted: a chunk of them fits
 * always, and each would cost its reader a turn.
 */
final class HeldExtractions {
    private static final int USUAL_BYTES = 16 << 10;

    /** Batches and drivers hold the same values again, and several chunks may be under way at the same time. */
    private static final int SHARE_OF_HEAP = 24;

    private final long max;
    private final AtomicLong bytes = new AtomicLong();

    HeldExtractions() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    HeldExtractions(long max) {
        this.max = max;
    }

    /** Whether no more should be read before these are committed. */
    boolean isFull() {
        return bytes.get() >= max;
    }

    /** @param headerBytes that it was mapped from */
    void add(Extraction.Read read, long headerBytes) {
        String extra = read.metadata().instance().extra();
        long held = headerBytes + (extra == null ? 0 : extra.length());
        if (held > USUAL_BYTES) {
            bytes.addAndGet(held);
        }
    }

    void clear() {
        bytes.set(0);
    }
}
