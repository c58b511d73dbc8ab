package io.lidc.app;

import java.net.BindException;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;

/** Why routes do not start: file, line and reason. */
final class StartFailure {
    private StartFailure() {}

    static String describe(Throwable failure, CamelContext context, ServedRoutes served) {
        String place = "";
        Throwable reason = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedToCreateRouteException route) {
                place = place(route, context);
            }
            if (cause instanceof BindException) {
                place = served.listening();
            }
            reason = cause.getMessage() == null ? reason : cause;
        }
        String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        return place.isEmpty() ? message : place + ": " + message;
    }

    /** Camel's message quotes the step that cannot be made, between angle brackets. */
    private static String place(FailedToCreateRouteException failure, CamelContext context) {
        String message = failure.getMessage();
        String step = context == null
                ? ""
                : new RouteFiles(context).find(candidate -> message.contains(">>> " + candidate + " <<<"));
        return step.isEmpty() ? "route " + failure.getRouteId() : step;
    }
}
