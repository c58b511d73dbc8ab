package io.lidc.status;

import io.lidc.model.ChunkCommitted;
import io.lidc.model.Totals;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Body;

/** What this process has taken in since its start, as the events of its chunks tell. */
public final class Activity {
    private static final int MAX_CODES = 100;

    /** What no route polls or receives. */
    private static final String OTHER = "other";

    private final Map<String, Totals> totals = new ConcurrentSkipListMap<>();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Throughput throughput = new Throughput(() -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));

    /** Adds a chunk that was committed. */
    public void chunk(@Body ChunkCommitted chunk) {
        throughput.add(chunk.totals().discovered());
        totals.merge(chunk.route().isEmpty() ? OTHER : chunk.route(), chunk.totals(), Totals::plus);
        chunk.failures().forEach((code, count) -> {
            if (failures.size() < MAX_CODES || failures.containsKey(code)) {
                failures.merge(code, count, Long::sum);
            }
        });
    }

    Totals of(String source) {
        return totals.getOrDefault(source, Totals.NONE);
    }

    Totals all() {
        return totals.values().stream().reduce(Totals.NONE, Totals::plus);
    }

    Map<String, Totals> bySource() {
        return new TreeMap<>(totals);
    }

    Map<String, Long> failures() {
        return new TreeMap<>(failures);
    }

    Throughput throughput() {
        return throughput;
    }
}
