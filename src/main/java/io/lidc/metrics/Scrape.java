package io.lidc.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Responds to Prometheus, in its text format. */
public final class Scrape {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    /** Of all that a registry holds. */
    public Scrape(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** The present figures. */
    public void respond(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, TEXT);
        message.setBody(registry.scrape(TEXT));
    }
}
