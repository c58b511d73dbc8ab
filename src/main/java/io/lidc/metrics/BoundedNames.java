package io.lidc.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Values of a label, of which there are only so many: each further one is {@code other}. Every value is a time series for ever. */
final class BoundedNames {
    private static final String OTHER = "other";

    private final int max;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    BoundedNames(int max) {
        this.max = max;
    }

    /** The value itself while there is room; {@code other} too for an empty one. */
    String of(String name) {
        if (name.isEmpty()) {
            return OTHER;
        }
        if (names.contains(name)) {
            return name;
        }
        return names.size() < max && names.add(name) ? name : OTHER;
    }
}
