package io.lidc.app;

import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;

/** Why routes do not start: file, line and reason. */
final class StartFailure {
    private StartFailure() {}

    static String describe(Throwable failure, CamelContext context) {
        String place = "";
        Throwable reason = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedToCreateRouteException route) {
                place = place(route, context);
            }
            reason = cause.getMessage() == null ? reason : cause;
        }
        return place + (reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    /** Camel's message quotes the step that cannot be made, between angle brackets. */
    private static String place(FailedToCreateRouteException failure, CamelContext context) {
        String message = failure.getMessage();
        String step = context == null
                ? ""
                : new RouteFiles(context).find(candidate -> message.contains(">>> " + candidate + " <<<"));
        return step.isEmpty() ? "route " + failure.getRouteId() + ": " : step + ": ";
    }
}
