package io.lidc.alert;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Watches one condition. What it sees between two looks, events tell it. */
interface Watch {

    /**
     * What it finds now.
     *
     * @param open subjects of alerts that are open; one that it knows nothing of yet is left out
     */
    List<Finding> look(Instant now, Set<String> open);

    /** The condition. */
    AlertCondition condition();
}
