package io.lidc.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Objects of each second of the last minute. */
final class Throughput {
    static final int SECONDS = 60;

    private final LongSupplier clock;
    private final long[] seconds = new long[SECONDS];
    private final long[] objects = new long[SECONDS];

    /** @param clock gives whole seconds that never go back */
    Throughput(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void add(long count) {
        long now = clock.getAsLong();
        int place = (int) (now % SECONDS);
        if (seconds[place] != now) {
            seconds[place] = now;
            objects[place] = 0;
        }
        objects[place] += count;
    }

    /** The oldest first; the last is the second before the current one. */
    synchronized List<Long> recent() {
        long now = clock.getAsLong();
        List<Long> recent = new ArrayList<>();
        for (long second = now - SECONDS + 1; second < now; second++) {
            int place = (int) Math.floorMod(second, (long) SECONDS);
            recent.add(seconds[place] == second ? objects[place] : 0);
        }
        return recent;
    }
}
