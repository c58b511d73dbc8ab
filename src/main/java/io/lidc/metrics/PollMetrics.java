package io.lidc.metrics;

import io.lidc.ingest.component.SourceEndpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Route;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.ScheduledPollConsumer;

/** Watches the routes that poll sources: whether the last poll succeeded, and when. */
public final class PollMetrics extends LifecycleStrategySupport {
    private final MeterRegistry registry;
    private final ObjectMetrics objects;
    private final LastSuccess lastSuccess;
    private final List<ObservedPolls> polls = new CopyOnWriteArrayList<>();

    /** Watches into a registry. */
    public PollMetrics(MeterRegistry registry, ObjectMetrics objects, LastSuccess lastSuccess) {
        this.registry = registry;
        this.objects = objects;
        this.lastSuccess = lastSuccess;
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        for (Route route : routes) {
            if (route.getEndpoint() instanceof SourceEndpoint
                    && route.getConsumer() instanceof ScheduledPollConsumer consumer) {
                watch(route.getRouteId(), consumer);
            }
        }
    }

    private void watch(String source, ScheduledPollConsumer consumer) {
        ObservedPolls observed = new ObservedPolls(source, consumer, lastSuccess);
        consumer.setPollStrategy(observed);
        polls.add(observed);
        objects.expect(source);
        Gauge.builder("lidc.source.up", observed, polled -> polled.isUp() ? 1 : 0)
                .description("Whether the last poll of a source reached its end: 1 or 0")
                .tag("source", source)
                .register(registry);
    }

    /** The sources that routes poll. */
    public List<ObservedPolls> sources() {
        return List.copyOf(polls);
    }
}
