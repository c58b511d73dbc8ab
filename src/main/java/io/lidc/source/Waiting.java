package io.lidc.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits in a place that objects leave once they are stored.
 *
 * @param objects how many; of a queue its messages
 * @param isAgeKnown whether the place tells how long they have waited
 * @param oldest since when the oldest has waited; empty where nothing waits
 */
public record Waiting(long objects, boolean isAgeKnown, Optional<Instant> oldest) {

    /** Of a place that tells no age. */
    public static Waiting ofUnknownAge(long objects) {
        return new Waiting(objects, false, Optional.empty());
    }
}
