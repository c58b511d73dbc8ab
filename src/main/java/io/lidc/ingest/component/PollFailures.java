package io.lidc.ingest.component;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether polls fail, and logs why: a line when a reason is new, and one when the source is available again. */
final class PollFailures implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SourceConsumer.class);

    private final String source;
    private final AtomicReference<String> reason = new AtomicReference<>();
    private volatile HealthCheck.State state = HealthCheck.State.UNKNOWN;

    PollFailures(String source) {
        this.source = source;
    }

    /** Unknown until the first poll lists something or ends. */
    HealthCheck.State state() {
        return state;
    }

    /** Told when a poll lists something, long before it may end. */
    void listed() {
        state = HealthCheck.State.UP;
    }

    void succeeded() {
        state = HealthCheck.State.UP;
        if (reason.getAndSet(null) != null) {
            LOG.info("Source {} is available again", source);
        }
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (!(exception instanceof SQLException)) {
            state = HealthCheck.State.DOWN;
        }
        String now = exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
        if (!now.equals(reason.getAndSet(now))) {
            LOG.error("Source {} was not read to its end, and polling goes on: {}", source, now);
        }
    }
}
