package io.lidc.stow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.apache.camel.component.undertow.CamelUndertowHttpHandler;

/** Decides which requests are served before a byte of their body is read. It stands in front of the route and of its threads. */
public final class AdmissionHandler implements CamelUndertowHttpHandler {
    /** What is left of a refused body is read and dropped, up to here, so that its client can read the answer. */
    private static final long UNWANTED_BYTES = 4 << 20;

    private static final long MARGIN = 1 << 20;

    private final BearerToken token;
    private final PushLimits limits;
    private final ErrorResponses refusals;
    private final Semaphore places;
    private HttpHandler next;

    /** A gate that asks for a token and lets so many in at a time. */
    public AdmissionHandler(BearerToken token, PushLimits limits, ErrorResponses refusals) {
        this.token = token;
        this.limits = limits;
        this.refusals = refusals;
        this.places = new Semaphore(limits.requests());
    }

    @Override
    public void setNext(HttpHandler handler) {
        next = handler;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.setMaxEntitySize(UNWANTED_BYTES);
        try {
            admit(exchange);
        } catch (RefusedRequestException e) {
            refuse(exchange, e);
            return;
        }
        exchange.setMaxEntitySize(Math.max(limits.requestBytes(), limits.requestBytes() + MARGIN));
        next.handleRequest(exchange);
    }

    private void admit(HttpServerExchange exchange) {
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            throw new RefusedRequestException(405, "objects are posted");
        }
        if (!token.admits(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))) {
            throw new RefusedRequestException(401, "a bearer token is needed, and it must be the right one");
        }
        // The component would write the files of a form to disk before the route sees them.
        if (isForm(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE))) {
            throw new RefusedRequestException(415, "forms are not taken");
        }
        if (exchange.getRequestContentLength() > limits.requestBytes()) {
            throw new RefusedRequestException(413, "a request may have " + limits.requestBytes() + " bytes");
        }
        if (!places.tryAcquire()) {
            throw new RefusedRequestException(429, limits.requests() + " requests are in hand; come back later");
        }
        exchange.addExchangeCompleteListener((done, following) -> {
            places.release();
            following.proceed();
        });
    }

    private static boolean isForm(String contentType) {
        String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
    }

    private void refuse(HttpServerExchange exchange, RefusedRequestException refusal) {
        ErrorResponses.Answer answer = refusals.answer(refusal);
        exchange.setStatusCode(answer.status());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.getResponseSender().send(answer.text());
    }
}
