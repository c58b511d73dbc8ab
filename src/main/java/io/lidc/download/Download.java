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

/** The progress and the results of one download. Safe for use by many threads. */
public final class Download {
    private final List<DownloadedFile> files = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final AtomicLong listed = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong expected = new AtomicLong();

    void list() {
        listed.incrementAndGet();
    }

    /** @param count of files in a listing; -1 where only its end tells */
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

    /** Files that have been listed so far. */
    public long listed() {
        return listed.get();
    }

    /** Files that will be listed; -1 where that is unknown. */
    public long expected() {
        return expected.get();
    }

    /** Bytes that have come over the network so far, those that broke off or were wrong included. */
    public long bytes() {
        return bytes.get();
    }

    /** How many ended so. */
    public synchronized long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** How many have an outcome. */
    public synchronized long accounted() {
        return files.size();
    }

    /** What has an outcome, in the order of the paths; what has no path comes last. */
    public synchronized List<DownloadedFile> files() {
        return files.stream()
                .sorted(Comparator.comparing(DownloadedFile::path, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(DownloadedFile::uri))
                .toList();
    }

    /** Files that are not in their place, as a share of those listed, 0 to 1. */
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
