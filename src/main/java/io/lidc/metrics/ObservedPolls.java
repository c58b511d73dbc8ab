package io.lidc.metrics;

import java.time.Instant;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.ScheduledPollConsumer;

/** The polls of one source, seen from beside. */
public final class ObservedPolls implements PollingConsumerPollStrategy {
    private final String source;
    private final ScheduledPollConsumer consumer;
    private final PollingConsumerPollStrategy strategy;
    private final LastSuccess lastSuccess;
    private volatile Instant succeededAt;
    private volatile Instant failedAt;
    private volatile boolean up = true;

    ObservedPolls(String source, ScheduledPollConsumer consumer, LastSuccess lastSuccess) {
        this.source = source;
        this.consumer = consumer;
        this.strategy = consumer.getPollStrategy() == null
                ? new DefaultPollingConsumerPollStrategy()
                : consumer.getPollStrategy();
        this.lastSuccess = lastSuccess;
    }

    /** Id of the route that polls. */
    public String source() {
        return source;
    }

    /** Whether the last poll reached the end of the source; true before the first has ended. */
    public boolean isUp() {
        return up;
    }

    /** Whether it is being read now. */
    public boolean isPolling() {
        return consumer.isPolling();
    }

    /** When a poll last reached its end; null where none has. */
    public Instant succeededAt() {
        return succeededAt;
    }

    /** When a poll last failed; null where none has. */
    public Instant failedAt() {
        return failedAt;
    }

    @Override
    public boolean begin(Consumer polled, Endpoint endpoint) {
        return strategy.begin(polled, endpoint);
    }

    /** A poll that finds nothing leaves no run: that its source is read to its end is known here only. */
    @Override
    public void commit(Consumer polled, Endpoint endpoint, int polledMessages) {
        up = true;
        succeededAt = Instant.now();
        if (polledMessages == 0) {
            lastSuccess.succeeded(source);
        }
        strategy.commit(polled, endpoint, polledMessages);
    }

    @Override
    public boolean rollback(Consumer polled, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        up = false;
        failedAt = Instant.now();
        return strategy.rollback(polled, endpoint, retryCounter, cause);
    }
}
