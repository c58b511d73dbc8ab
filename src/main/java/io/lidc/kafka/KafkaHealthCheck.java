package io.lidc.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.kafka.common.KafkaException;

/** Readiness: down while no broker answers, or the topic is missing. */
public final class KafkaHealthCheck extends AbstractHealthCheck {
    private final Topic topic;

    /** Of the topic that references go through. */
    public KafkaHealthCheck(Topic topic) {
        super("lidc", "kafka");
        this.topic = topic;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            if (topic.description().isPresent()) {
                builder.up();
            } else {
                builder.down().message("the topic is missing");
            }
        } catch (TimeoutException | KafkaException e) {
            builder.down().message("no broker answers");
        } catch (ExecutionException e) {
            builder.down()
                    .message("the brokers do not tell of the topic: "
                            + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.down().message("the check was interrupted");
        }
    }
}
