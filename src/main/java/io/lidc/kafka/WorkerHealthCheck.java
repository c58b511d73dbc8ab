package io.lidc.kafka;

import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.component.kafka.KafkaConsumer;
import org.apache.camel.component.kafka.TaskHealthState;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Liveness: down once a consumer of the topic has ended for good, as on refused credentials. A new process starts anew. */
public final class WorkerHealthCheck extends AbstractHealthCheck {
    private final String route;

    /** @param route id of the worker's route */
    public WorkerHealthCheck(String route) {
        super("lidc", "kafka-worker");
        this.route = route;
    }

    @Override
    public boolean isReadiness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Route worker = getCamelContext().getRoute(route);
        boolean hasEnded = worker != null
                && worker.getConsumer() instanceof KafkaConsumer consumer
                && consumer.isStarted()
                && consumer.healthStates().stream().anyMatch(WorkerHealthCheck::hasEnded);
        if (hasEnded) {
            builder.down().message("a consumer of the topic has ended");
        } else {
            builder.up();
        }
    }

    /** Before it was first made, it has no client ID. */
    private static boolean hasEnded(TaskHealthState state) {
        return state.getClientId() != null && !state.isReady() && !state.isRecoverable();
    }
}
