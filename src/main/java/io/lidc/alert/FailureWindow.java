package io.lidc.alert;

import io.lidc.model.ChunkCommitted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What came of the objects of one source lately: of the last so many that were read, and not longer ago than so. */
final class FailureWindow {
    private final int objects;
    private final Duration time;
    private final Deque<Read> reads = new ArrayDeque<>();
    private long read;
    private long failed;

    /** What one chunk came to; what was known already tells nothing of the source. */
    private record Read(Instant at, String runId, long read, Map<String, Long> failures) {
        long failed() {
            return failures.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * @param objects that count, to the chunk
     * @param time that counts
     */
    FailureWindow(int objects, Duration time) {
        this.objects = objects;
        this.time = time;
    }

    void add(ChunkCommitted chunk, Instant now) {
        long count = chunk.totals().handled();
        if (count <= 0) {
            return;
        }
        Read latest = new Read(now, chunk.runId(), count, chunk.failures());
        reads.addLast(latest);
        read += latest.read();
        failed += latest.failed();
        while (read - reads.peekFirst().read() >= objects) {
            forgetFirst();
        }
    }

    void forgetBefore(Instant now) {
        Instant start = now.minus(time);
        while (!reads.isEmpty() && reads.peekFirst().at().isBefore(start)) {
            forgetFirst();
        }
    }

    private void forgetFirst() {
        Read first = reads.removeFirst();
        read -= first.read();
        failed -= first.failed();
    }

    /** Objects that count. */
    long read() {
        return read;
    }

    long failed() {
        return failed;
    }

    /** 0 to 1. */
    double rate() {
        return read == 0 ? 0 : (double) failed / read;
    }

    /** The run of the last of them; null where there is none. */
    String lastRun() {
        return reads.isEmpty() ? null : reads.peekLast().runId();
    }

    Map<String, Long> codes() {
        Map<String, Long> codes = new HashMap<>();
        reads.forEach(chunk -> chunk.failures().forEach((code, count) -> codes.merge(code, count, Long::sum)));
        return codes;
    }
}
