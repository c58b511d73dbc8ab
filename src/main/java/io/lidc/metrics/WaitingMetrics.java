package io.lidc.metrics;

import io.lidc.ingest.component.SourceEndpoint;
import io.lidc.source.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much waits in inboxes and queues, as of the last look at them. */
public final class WaitingMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingMetrics.class);

    private final MeterRegistry registry;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** Measures into a registry. */
    public WaitingMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Looks at each inbox and queue that a route polls. What does not answer keeps its last figures; that it is down is told elsewhere. */
    public void measure(Exchange exchange) {
        CamelContext context = exchange.getContext();
        for (Route route : context.getRoutes()) {
            if (route.getEndpoint() instanceof SourceEndpoint endpoint) {
                measure(route.getRouteId(), endpoint);
            }
        }
    }

    private void measure(String source, SourceEndpoint endpoint) {
        try {
            endpoint.waiting().ifPresent(found -> {
                if (waiting.put(source, found) == null) {
                    register(source, () -> waiting.get(source));
                }
            });
        } catch (IOException e) {
            LOG.debug("What waits in source {} cannot be told", source, e);
        }
    }

    /** As of the last look; empty for what is no inbox or queue. */
    public Optional<Waiting> of(String source) {
        return Optional.ofNullable(waiting.get(source));
    }

    private void register(String source, Supplier<Waiting> found) {
        Gauge.builder("lidc.waiting.objects", () -> found.get().objects())
                .description("Objects that wait in an inbox, or messages that wait in a queue")
                .tag("source", source)
                .register(registry);
        if (found.get().isAgeKnown()) {
            TimeGauge.builder("lidc.waiting.oldest.age", () -> ageInMillis(found.get()), TimeUnit.MILLISECONDS)
                    .description("Age of the oldest file in an inbox; 0 where there is none")
                    .tag("source", source)
                    .register(registry);
        }
    }

    private static long ageInMillis(Waiting waiting) {
        return waiting.oldest()
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, Instant.now()).toMillis()))
                .orElse(0L);
    }
}
