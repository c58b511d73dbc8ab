package io.lidc.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.apache.camel.component.undertow.CamelUndertowHttpHandler;

/** Counts requests of clients that push, by the status of the response. It stands in front of everything that may refuse one. */
public final class PushRequests implements CamelUndertowHttpHandler {
    private final MeterRegistry registry;
    private HttpHandler next;

    /** Counts into a registry. */
    public PushRequests(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void setNext(HttpHandler handler) {
        next = handler;
        // From zero on, so that the first one is a rise, which an alert can see.
        pushes(StatusCodes.OK).increment(0);
        pushes(StatusCodes.SERVICE_UNAVAILABLE).increment(0);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addExchangeCompleteListener((done, following) -> {
            pushes(done.getStatusCode()).increment();
            following.proceed();
        });
        next.handleRequest(exchange);
    }

    private Counter pushes(int status) {
        return Counter.builder("lidc.pushes")
                .description("Requests of clients that push, by the HTTP status of the response")
                .tag("status", Integer.toString(status))
                .register(registry);
    }
}
