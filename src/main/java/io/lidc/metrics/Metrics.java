package io.lidc.metrics;

import io.lidc.download.Downloader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyConfiguration;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.spi.RoutePolicyFactory;

/** All that a service measures, for Prometheus. */
public final class Metrics implements AutoCloseable {
    /** Each object goes through it by itself. */
    private static final String OBJECT_ROUTE = "extract";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ProcessMetrics process;
    private final ObjectMetrics objects;
    private final PollMetrics polls;
    private final WaitingMetrics waiting;

    /** @param version of the program */
    public Metrics(String version) {
        registry.config().namingConvention(new SnakeCaseLabels());
        // Camel's labels that have one value each.
        registry.config().meterFilter(MeterFilter.ignoreTags("camelContext", "eventType", "kind"));
        process = new ProcessMetrics(registry, version);
        LastSuccess lastSuccess = new LastSuccess(registry);
        objects = new ObjectMetrics(registry, lastSuccess);
        polls = new PollMetrics(registry, objects, lastSuccess);
        waiting = new WaitingMetrics(registry);
    }

    /** What routes and Camel itself need, by the names under which they look for it. */
    public Map<String, Object> beans() {
        return Map.of(
                MicrometerConstants.METRICS_REGISTRY_NAME,
                registry,
                "stepTimes",
                new StepTimes(registry),
                "routeTimes",
                routeTimes(),
                "chunksInFlight",
                new ChunksInFlight(registry),
                "polls",
                polls,
                "objectMetrics",
                objects,
                "waitingMetrics",
                waiting,
                "pushRequests",
                new PushRequests(registry),
                "scrape",
                new Scrape(registry));
    }

    /** Camel's own figures of each route. That of single objects is left out: it would cost a share of what reading one costs. */
    private RoutePolicyFactory routeTimes() {
        MicrometerRoutePolicyConfiguration configuration = new MicrometerRoutePolicyConfiguration();
        configuration.setContextEnabled(false);
        configuration.setExchangesSucceeded(false);
        configuration.setExchangesTotal(false);
        configuration.setExternalRedeliveries(false);
        configuration.setFailuresHandled(false);
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setMeterRegistry(registry);
        factory.setPolicyConfiguration(configuration);
        return (context, routeId, route) ->
                routeId.equals(OBJECT_ROUTE) ? null : factory.createRoutePolicy(context, routeId, route);
    }

    /** Shows what downloads cost. */
    public void downloads(Downloader downloader) {
        DownloadMetrics.bind(registry, downloader);
    }

    /** What others measure into. */
    public MeterRegistry registry() {
        return registry;
    }

    /** The polls of sources. */
    public PollMetrics polls() {
        return polls;
    }

    /** What waits in sources. */
    public WaitingMetrics waiting() {
        return waiting;
    }

    @Override
    public void close() {
        process.close();
        registry.close();
    }
}
