package io.lidc.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;

/** Where in the route files the steps of the running routes stand. */
final class RouteFiles {
    private final Collection<RouteDefinition> routes;

    RouteFiles(CamelContext context) {
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        routes = model == null ? List.of() : model.getRouteDefinitions();
    }

    /** {@code file:routes/chunk.camel.yaml, line 9} of the first step of which this holds; empty where there is none. */
    String find(Predicate<ProcessorDefinition<?>> wanted) {
        for (RouteDefinition route : routes) {
            for (ProcessorDefinition<?> step : steps(route)) {
                if (wanted.test(step)) {
                    return step.getLocation() + ", line " + step.getLineNumber();
                }
            }
        }
        return "";
    }

    @SuppressWarnings("rawtypes") // Camel's own definitions are raw.
    private static List<ProcessorDefinition<?>> steps(RouteDefinition route) {
        List<ProcessorDefinition<?>> steps = new ArrayList<>();
        for (ProcessorDefinition step :
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class)) {
            steps.add(step);
        }
        return steps;
    }
}
