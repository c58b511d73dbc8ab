package io.lidc.app;

import io.lidc.config.UsageException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.model.ToDefinition;

/** The routes that other routes call by name. */
final class DirectRoutes {
    private DirectRoutes() {}

    /**
     * Finds a misspelt name before the first message does.
     *
     * @throws UsageException naming a {@code direct:} endpoint that messages are sent to and no route begins with
     */
    static void check(CamelContext context) throws UsageException {
        Set<String> begun = context.getRoutes().stream()
                .map(Route::getEndpoint)
                .map(Endpoint::getEndpointUri)
                .collect(Collectors.toSet());
        for (Endpoint endpoint : context.getEndpoints()) {
            if (endpoint instanceof DirectEndpoint && !begun.contains(endpoint.getEndpointUri())) {
                String name = endpoint.getEndpointUri().replace("://", ":");
                String step = new RouteFiles(context)
                        .find(candidate -> candidate instanceof ToDefinition to && name.equals(to.getUri()));
                throw new UsageException("the routes do not start: " + (step.isEmpty() ? "" : step + ": ")
                        + "messages go to " + name + ", and no route begins with it");
            }
        }
    }
}
