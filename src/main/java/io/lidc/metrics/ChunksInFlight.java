package io.lidc.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/** How many chunks are on their way through the routes, as Camel counts them. */
public final class ChunksInFlight extends LifecycleStrategySupport {
    private static final String ROUTE = "chunk";

    private final MeterRegistry registry;

    /** Shows it in a registry. */
    public ChunksInFlight(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onContextInitialized(CamelContext context) {
        Gauge.builder("lidc.chunks.in.flight", context, camel -> camel.getInflightRepository()
                        .size(ROUTE))
                .description("Chunks that are being read or stored")
                .register(registry);
    }
}
