package io.lidc.app;

import io.lidc.config.UsageException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes that take something in by themselves, which are all but those that other routes call and those that watch, each with its
 * address. They are
 * known also after a start that failed, which removes them from the context.
 */
final class ServedRoutes extends LifecycleStrategySupport {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /** Group of routes that watch the others: they are no reason to run. */
    private static final String MONITORING = "monitoring";

    private final Map<String, String> addresses = new ConcurrentSkipListMap<>();

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        for (Route route : routes) {
            Endpoint from = route.getEndpoint();
            boolean called = from instanceof DirectEndpoint || from instanceof SedaEndpoint;
            if (!called && !MONITORING.equals(route.getGroup())) {
                addresses.put(route.getRouteId(), address(from));
            }
        }
    }

    /** @throws UsageException when there is none, so that a service would wait for ever */
    void require() throws UsageException {
        if (addresses.isEmpty()) {
            throw new UsageException(
                    "there is nothing to run: set folder.enabled, inbox.enabled, s3.enabled, sqs.enabled,"
                            + " download.enabled, push.enabled or kafka.worker.enabled to true, or put a route of your own into routes/service");
        }
    }

    /** Logs each of them. */
    void log() {
        addresses.forEach((route, address) -> LOG.info("Route {} takes from {}", route, address));
    }

    /** Those whose address is a port, as of a start that failed; empty where none does. */
    String listening() {
        return addresses.entrySet().stream()
                .filter(route -> route.getValue().matches("https?://.*:\\d+.*"))
                .map(route -> "route " + route.getKey() + " cannot listen on " + route.getValue())
                .collect(Collectors.joining(" or "));
    }

    /** The URI of an endpoint as a person writes it: without options, credentials and, before another scheme, its own. */
    private static String address(Endpoint endpoint) {
        return URISupport.sanitizeUri(endpoint.getEndpointBaseUri())
                .replaceFirst("^[a-z0-9-]+:(//)?(?=https?:)", "")
                .replaceFirst("^dicom-source:(//)?", "dicom-source:");
    }
}
