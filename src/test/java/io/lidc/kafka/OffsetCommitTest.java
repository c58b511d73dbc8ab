package io.lidc.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka's own test consumer, in a group that takes no commit before the consumer has polled. */
class OffsetCommitTest {
    private static final TopicPartition OLD = new TopicPartition("objects", 0);
    private static final TopicPartition NEW = new TopicPartition("objects", 1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Rebalancing consumer = new Rebalancing();

    private static final class Rebalancing extends MockConsumer<String, String> {
        private boolean rebalancing = true;

        Rebalancing() {
            super(OffsetResetStrategy.EARLIEST);
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (rebalancing) {
                throw new RebalanceInProgressException("rebalance");
            }
            super.commitSync(offsets);
        }

        void endsWith(TopicPartition... assignment) {
            schedulePollTask(() -> {
                rebalance(List.of(assignment));
                rebalancing = false;
            });
        }
    }

    @BeforeEach
    void assign() {
        consumer.subscribe(List.of("objects"));
        consumer.rebalance(List.of(OLD));
        consumer.updateBeginningOffsets(Map.of(OLD, 0L, NEW, 0L));
    }

    @Test
    void commitsOnceTheRebalanceIsOver() {
        consumer.endsWith(OLD);

        commit();

        assertThat(consumer.committed(Set.of(OLD))).containsEntry(OLD, new OffsetAndMetadata(7));
    }

    @Test
    void commitsNothingOfAPartitionThatWasGivenAway() {
        consumer.endsWith(NEW);

        commit();

        assertThat(consumer.committed(Set.of(OLD)).get(OLD)).isNull();
    }

    @Test
    void leavesTheRecordsOfANewPartitionToTheRoute() {
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(OLD, NEW));
            consumer.addRecord(new ConsumerRecord<>("objects", 1, 0, "key", "value"));
            consumer.rebalancing = false;
        });

        commit();

        assertThat(consumer.position(NEW)).isZero();
    }

    @Test
    void goesOnReadingThePartitionsThatItKeeps() {
        consumer.endsWith(OLD);

        commit();

        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void failsWhereTheRebalanceDoesNotEnd() {
        assertThatThrownBy(() -> new OffsetCommit(consumer, Duration.ofMillis(1)).of(offsets()))
                .isInstanceOf(RebalanceInProgressException.class);
    }

    private void commit() {
        new OffsetCommit(consumer, TIMEOUT).of(offsets());
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets() {
        return new HashMap<>(Map.of(OLD, new OffsetAndMetadata(7)));
    }
}
