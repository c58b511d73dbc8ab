package io.lidc.stow;

import io.lidc.config.BearerToken;
import io.lidc.stow.multipart.RefusedRequestException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.undertow.CamelUndertowHttpHandler;

/**
 * Decides which requests are served before a byte of their content is read. It stands in front of the route and of its threads. Nobody
 * behind it sees the token.
 */
public final class AdmissionHandler implements CamelUndertowHttpHandler {
    private final BearerToken token;
    private final PushLimits limits;
    private final ErrorResponses errorResponses;
    private final Semaphore places;
    private HttpHandler next;

    /** Asks for a token, and admits as many requests at a time as the limits say. */
    public AdmissionHandler(BearerToken token, PushLimits limits, ErrorResponses errorResponses) {
        this.token = token;
        this.limits = limits;
        this.errorResponses = errorResponses;
        this.places = new Semaphore(limits.requests());
    }

    @Override
    public void setNext(HttpHandler handler) {
        next = handler;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        LingeringClose lingering = new LingeringClose(limits.clients().timeoutSeconds());
        exchange.addDefaultResponseListener(lingering);
        exchange.addExchangeCompleteListener(lingering);
        try {
            admit(exchange);
        } catch (RefusedRequestException e) {
            refuse(exchange, e);
            return;
        }
        next.handleRequest(exchange);
    }

    private void admit(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            throw new RefusedRequestException(405, "objects are posted");
        }
        if (!token.admits(headers.getFirst(Headers.AUTHORIZATION))) {
            throw new RefusedRequestException(401, "a bearer token is needed, and it must be the right one");
        }
        headers.remove(Headers.AUTHORIZATION);
        if (!token.isRequired()) {
            refuseOtherSites(headers);
        }
        // The component would write the files of a form to disk before the route sees them.
        if (isForm(headers.getFirst(Headers.CONTENT_TYPE))) {
            throw new RefusedRequestException(415, "forms are not supported");
        }
        if (exchange.getRequestContentLength() > limits.requestBytes()) {
            throw new RefusedRequestException(413, "a request may have " + limits.requestBytes() + " bytes");
        }
        takePlace(exchange);
    }

    /**
     * Any page that a person on this machine opens may post to its loopback address. Browsers name the origin of such requests (RFC 6454
     * section 7), and need no permission from the server for those without a content type.
     */
    private static void refuseOtherSites(HeaderMap headers) {
        if (headers.contains(Headers.ORIGIN)) {
            throw new RefusedRequestException(403, "without a token, requests from web pages are refused");
        }
        if (!headers.contains(Headers.CONTENT_TYPE)) {
            throw new RefusedRequestException(415, "without a token, requests must have a content type");
        }
    }

    /** Until the response is out: whoever goes on sending after that takes nobody's place. */
    private void takePlace(HttpServerExchange exchange) {
        if (!places.tryAcquire()) {
            throw new RefusedRequestException(
                    429, limits.requests() + " requests are being served; send the request again later");
        }
        AtomicBoolean taken = new AtomicBoolean(true);
        exchange.addDefaultResponseListener(responded -> {
            release(taken);
            return false;
        });
        exchange.addExchangeCompleteListener((done, following) -> {
            release(taken);
            following.proceed();
        });
    }

    private void release(AtomicBoolean taken) {
        if (taken.getAndSet(false)) {
            places.release();
        }
    }

    private static boolean isForm(String contentType) {
        String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
    }

    private void refuse(HttpServerExchange exchange, RefusedRequestException refused) {
        exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
        ErrorResponses.Response response = errorResponses.response(refused);
        exchange.setStatusCode(response.status());
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.getResponseSender().send(response.text());
    }
}
