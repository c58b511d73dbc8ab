package io.lidc.download;

import io.lidc.download.DownloadedFile.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Progress and results of one download. Thread-safe. */
public final class Download {
    private final List<DownloadedFile> files = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final AtomicLong listed = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong expected = new AtomicLong();

    void list() {
        listed.incrementAndGet();
    }

    /** @param count files of a listing; -1 where unknown */
    void expect(long count) {
        expected.accumulateAndGet(count, (sum, more) -> sum < 0 || more < 0 ? -1 : sum + more);
    }

    void receive(long count) {
        bytes.addAndGet(count);
    }

    synchronized void add(DownloadedFile file) {
        files.add(file);
        counts.merge(file.outcome(), 1L, Long::sum);
    }

    /** Files listed so far. */
    public long listed() {
        return listed.get();
    }

    /** Files that will be listed; -1 where unknown. */
    public long expected() {
        return expected.get();
    }

    /** Bytes received so far, including those of interrupted and rejected transfers. */
    public long bytes() {
        return bytes.get();
    }

    /** Number of files with this outcome. */
    public synchronized long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Number of files with an outcome. */
    public synchronized long accounted() {
        return files.size();
    }

    /** Files with an outcome, ordered by path; files without a path come last. */
    public synchronized List<DownloadedFile> files() {
        return files.stream()
                .sorted(Comparator.comparing(DownloadedFile::path, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(DownloadedFile::uri))
                .toList();
    }

    /** Files that are not available locally, as a share of those with an outcome, 0 to 1. */
    public synchronized double failureRate() {
        return files.isEmpty() ? 0 : (double) (count(Outcome.REFUSED) + count(Outcome.FAILED)) / files.size();
    }

    @Override
    public String toString() {
        return listed() + " files: "
                + Arrays.stream(Outcome.values())
                        .map(outcome -> outcome + " " + count(outcome))
                        .collect(Collectors.joining(", "));
    }
}
