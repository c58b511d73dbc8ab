package io.lidc.alert;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The most frequent of some codes. */
final class TopCodes {
    private static final int COUNT = 5;

    private TopCodes() {}

    /** The most frequent first. */
    static Map<String, Long> of(Map<String, Long> codes) {
        Map<String, Long> top = new LinkedHashMap<>();
        codes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COUNT)
                .forEach(code -> top.put(code.getKey(), code.getValue()));
        return top;
    }
}
