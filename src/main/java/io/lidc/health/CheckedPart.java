package io.lidc.health;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.ScheduledPollConsumer;

/** What a check is about, under a name without any location: Camel's messages on consumers tell what they poll. */
record CheckedPart(HealthCheck check, CamelContext context) {
    private static final String CONSUMER = "consumer:";
    private static final String ROUTE = "route:";
    private static final String KAFKA = "kafka:";

    /** {@code database}; {@code source:ROUTE} for what a route takes from. */
    String name() {
        return isConsumer() ? "source:" + routeId() : check.getId();
    }

    /** Whether there is something to check: a route that waits for its lease takes from nothing, and of Kafka the brokers are asked. */
    boolean isInForce() {
        Route route = isConsumer() ? context.getRoute(routeId()) : null;
        return route == null
                || context.getRouteController().getRouteStatus(routeId()) != ServiceStatus.Stopped
                        && !route.getEndpoint().getEndpointBaseUri().startsWith(KAFKA);
    }

    /** Of the routes, what polls; others are shown only while they are down. */
    boolean isShown() {
        Route route = isConsumer() ? context.getRoute(routeId()) : null;
        boolean polls = route != null && route.getConsumer() instanceof ScheduledPollConsumer;
        return polls || !isConsumer() && !check.getId().startsWith(ROUTE);
    }

    CheckResult result(HealthCheck.Result result) {
        if (result.getState() == HealthCheck.State.UP) {
            return CheckResult.up(name());
        }
        return CheckResult.down(
                name(),
                isConsumer()
                        ? "it is unavailable, or was not read yet"
                        : result.getMessage().orElse("it is down"));
    }

    private boolean isConsumer() {
        return check.getId().startsWith(CONSUMER);
    }

    private String routeId() {
        return check.getId().substring(CONSUMER.length());
    }
}
