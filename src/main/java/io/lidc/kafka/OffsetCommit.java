package io.lidc.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * A commit of offsets that waits for the end of a rebalance. The group takes none meanwhile, a cooperative rebalance leaves a consumer its
 * partitions and its position, and where no further record comes, nobody would ever commit: records would seem to wait for ever.
 */
final class OffsetCommit {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<?, ?> consumer;
    private final Duration timeout;

    /** @param timeout for a rebalance to end */
    OffsetCommit(Consumer<?, ?> consumer, Duration timeout) {
        this.consumer = consumer;
        this.timeout = timeout;
    }

    /**
     * Commits what belongs to partitions that this consumer still has: the new owner of another commits that.
     *
     * @throws RebalanceInProgressException when the rebalance does not end in time
     */
    void of(Map<TopicPartition, OffsetAndMetadata> next) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!committed(next, deadline)) {
            takePartInRebalance();
        }
    }

    private boolean committed(Map<TopicPartition, OffsetAndMetadata> next, long deadline) {
        next.keySet().retainAll(consumer.assignment());
        try {
            consumer.commitSync(next);
            return true;
        } catch (RebalanceInProgressException e) {
            if (System.nanoTime() >= deadline) {
                throw e;
            }
            return false;
        }
    }

    /** Only a poll takes a rebalance forward. What it brings of new partitions is left to the route's own poll. */
    private void takePartInRebalance() {
        Set<TopicPartition> paused = new HashSet<>(consumer.assignment());
        paused.removeAll(consumer.paused());
        consumer.pause(paused);
        try {
            ConsumerRecords<?, ?> polled = consumer.poll(POLL);
            polled.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, polled.records(partition).get(0).offset()));
        } finally {
            paused.retainAll(consumer.assignment());
            consumer.resume(paused);
        }
    }
}
