package io.lidc.ingest.backfill;

import io.lidc.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How far a backfill has come. */
public final class BackfillTotals {
    private static final int MAX_LISTED = 20;

    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong filled = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final List<Failure> listed = new ArrayList<>();
    private volatile boolean resumed;

    /** An object that gave nothing, and why. */
    public record Failure(String location, String reason) {}

    /** Rows that were looked at. */
    public long passed() {
        return passed.get();
    }

    /** Objects that were read again. */
    public long objectsRead() {
        return read.get();
    }

    /** Rows that hold more than before. */
    public long filled() {
        return filled.get();
    }

    /** Objects that gave nothing: gone, unreadable, or changed since. */
    public long failures() {
        return failures.get();
    }

    /** The first of these. */
    public List<Failure> listed() {
        synchronized (listed) {
            return List.copyOf(listed);
        }
    }

    /** Whether it went on where an earlier one was cut off. */
    public boolean isResumed() {
        return resumed;
    }

    void resumedAfter(String uid) {
        resumed = !uid.isEmpty();
    }

    void passed(int rows) {
        passed.addAndGet(rows);
    }

    void read() {
        read.incrementAndGet();
    }

    void filled(int rows) {
        filled.addAndGet(rows);
    }

    void failed(Location location, String reason) {
        failures.incrementAndGet();
        synchronized (listed) {
            if (listed.size() < MAX_LISTED) {
                listed.add(new Failure(location.uri(), reason));
            }
        }
    }
}
