package io.lidc.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What probes read: JSON, with the status that tells them already. */
public final class HealthResponses {
    private final ObjectMapper json = new ObjectMapper();
    private final HealthChecks checks;

    /** Responses by these checks. */
    public HealthResponses(HealthChecks checks) {
        this.checks = checks;
    }

    /** To a liveness probe. */
    public void live(Exchange exchange) throws JsonProcessingException {
        respond(exchange, checks.live(exchange.getContext()));
    }

    /** To a readiness probe. */
    public void ready(Exchange exchange) throws JsonProcessingException {
        respond(exchange, checks.ready(exchange.getContext()));
    }

    /** To a startup probe. */
    public void started(Exchange exchange) throws JsonProcessingException {
        respond(exchange, checks.started(exchange.getContext()));
    }

    private void respond(Exchange exchange, Health health) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, health.httpStatus());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json.writeValueAsString(health));
    }
}
