package io.lidc.soak;

import io.lidc.soak.heap.HeapSample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a soak came to.
 *
 * @param objects files that were given to the service
 * @param outcomes of the objects, entries of archives included, by kind
 * @param runs by their state
 * @param answers to pushes by status
 * @param faults by kind
 * @param lives processes of the service
 * @param findings what must not be; empty where the soak has passed
 */
record SoakReport(
        String database,
        int objects,
        Map<String, Long> outcomes,
        List<String> runs,
        Map<String, Integer> answers,
        Map<String, Integer> faults,
        int lives,
        List<HeapSample> heap,
        List<String> findings) {

    static Map<String, Long> counted(ObjectRows rows) {
        return rows.outcomes().values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(outcome -> outcome, TreeMap::new, Collectors.counting()));
    }

    boolean hasPassed() {
        return findings.isEmpty();
    }

    @Override
    public String toString() {
        List<HeapSample> last = HeapSample.ofLastLife(heap);
        List<String> lines = new ArrayList<>(List.of(
                database + ": " + (hasPassed() ? "PASSED" : "FAILED"),
                "  objects given: " + objects + ", outcomes " + outcomes,
                "  runs: " + runs,
                "  answers to pushes: " + answers,
                "  faults: " + faults,
                "  processes: " + lives));
        if (!last.isEmpty()) {
            lines.add("  heap of the last process: " + heap(last, 0) + ", " + heap(last, last.size() / 2) + ", "
                    + heap(last, last.size() - 1));
        }
        findings.forEach(finding -> lines.add("  ! " + finding));
        return String.join("\n", lines);
    }

    private static String heap(List<HeapSample> samples, int index) {
        HeapSample sample = samples.get(index);
        return String.format(
                Locale.ROOT,
                "%.1f MB at minute %.1f (resident %.0f MB, %d threads, %d open files)",
                sample.heap() / 1e6,
                sample.second() / 60,
                sample.resident() / 1e6,
                sample.threads(),
                sample.files());
    }
}
