package io.lidc.model;

import java.util.List;

/**
 * Records of one partition of a topic that were delivered together.
 *
 * @param topic its name
 * @param partition its number, from 0
 * @param offsets of the records, in no order: what was polled before a rebalance comes again behind what was polled after it
 */
public record DeliveredRecords(String topic, int partition, List<Long> offsets) {

    /** Keeps a copy. */
    public DeliveredRecords {
        offsets = List.copyOf(offsets);
    }
}
