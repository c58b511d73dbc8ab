package io.lidc.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the topic now and then: creates it where it is missing, and measures what waits in it. */
public final class TopicWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

    private final Topic topic;
    private final MeterRegistry registry;
    private final Map<Integer, Long> lag = new ConcurrentHashMap<>();
    private String trouble = "";

    /** @param registry that is measured into; null for none */
    public TopicWatch(Topic topic, MeterRegistry registry) {
        this.topic = topic;
        this.registry = registry;
    }

    /** One look. What does not answer keeps its last figures; a reason is logged when it is new. */
    public synchronized void look() throws InterruptedException {
        try {
            topic.createIfMissing();
            topic.lag().forEach(this::measure);
            if (!trouble.isEmpty()) {
                LOG.info("Topic {} is available again", topic.name());
            }
            trouble = "";
        } catch (TimeoutException | KafkaException e) {
            warn("no broker answers");
        } catch (ExecutionException e) {
            warn(e.getCause().getClass().getSimpleName());
        }
    }

    private void measure(int partition, long records) {
        if (lag.put(partition, records) == null && registry != null) {
            Gauge.builder("lidc.kafka.lag", () -> lag.get(partition))
                    .description("Records of the topic whose offsets the workers have not committed, by partition")
                    .tag("partition", Integer.toString(partition))
                    .register(registry);
        }
    }

    private void warn(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warn("Topic {} is unavailable: {}", topic.name(), reason);
        }
        trouble = reason;
    }
}
