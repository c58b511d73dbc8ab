package io.lidc.ingest;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/** What the lines that this thread logs say beside their message, until it is closed. The names are labels of the Elastic Common Schema. */
public final class LogContext {
    /** The id of the run. */
    public static final String RUN = "labels.run";
    /** URIs of what it reads. */
    public static final String SOURCE = "labels.source";
    /** The id of the route that takes it in. */
    public static final String ROUTE = "labels.route";
    /** The error code of the object that a line is about. */
    public static final String CODE = "labels.code";

    private final List<Runnable> undo = new ArrayList<>();

    private LogContext() {}

    /** That of a run. */
    public static LogContext of(IngestRun run) {
        return new LogContext()
                .with(RUN, run.id())
                .with(SOURCE, run.sourceUris().replace('\n', ' '));
    }

    /** That of a route. */
    public static LogContext ofRoute(String routeId) {
        return new LogContext().with(ROUTE, routeId);
    }

    /** That of an object that cannot be read. */
    static LogContext ofCode(String errorCode) {
        return new LogContext().with(CODE, errorCode);
    }

    /** One more word of context. */
    public LogContext with(String name, String value) {
        String before = MDC.get(name);
        MDC.put(name, value);
        undo.add(before == null ? () -> MDC.remove(name) : () -> MDC.put(name, before));
        return this;
    }

    /** Puts back what was there before. */
    public void close() {
        undo.forEach(Runnable::run);
    }
}
