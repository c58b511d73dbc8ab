package io.lidc.status;

import io.lidc.config.BearerToken;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may see what. Health and the files of the page hold no figures and are open. Everything else, also what routes of a user's own add,
 * asks for the token; without one, for a host that is this machine: a page of another site, whose name is made to lead here, could read
 * along otherwise. Only the token lets requests change something.
 */
public final class StatusAccess {
    /** RFC 9110 section 15.5.20. */
    private static final int MISDIRECTED = 421;

    private static final String METRICS = "/observe/metrics";
    private static final Set<String> OPEN = Set.of(
            "/",
            "/status.css",
            "/status.js",
            "/observe/health/live",
            "/observe/health/ready",
            "/observe/health/started");

    private static final String POLICY = "Content-Security-Policy";

    /** Nothing of another site runs in the page, and the page runs in no other. */
    private static final String POLICY_OF_THE_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The report is one file that holds its style and its script, and loads nothing. */
    private static final String POLICY_OF_THE_REPORT =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> RESPONSE_HEADERS =
            Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cache-Control", "no-store");

    private final BearerToken token;
    private final String host;
    private final Set<String> open;

    /** Why a request is not served. */
    private record Refusal(int status, String text) {}

    /**
     * @param token that is asked for; on a loopback address there may be none
     * @param host that the server listens on
     * @param openMetrics whether metrics need no token
     */
    public StatusAccess(BearerToken token, String host, boolean openMetrics) {
        this.token = token;
        this.host = host;
        open = new HashSet<>(OPEN);
        if (openMetrics) {
            open.add(METRICS);
        }
    }

    HttpHandler before(HttpHandler next) {
        return exchange -> {
            HeaderMap headers = exchange.getResponseHeaders();
            boolean report = exchange.getRequestPath().startsWith(StatusReport.PATH);
            headers.put(new HttpString(POLICY), report ? POLICY_OF_THE_REPORT : POLICY_OF_THE_PAGE);
            RESPONSE_HEADERS.forEach((name, value) -> headers.put(new HttpString(name), value));
            Refusal refusal = refusal(exchange);
            exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
            if (refusal == null) {
                next.handleRequest(exchange);
            } else {
                refuse(exchange, refusal);
            }
        };
    }

    /** Null where the request is served. */
    private Refusal refusal(HttpServerExchange exchange) {
        boolean reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        if (reads && open.contains(exchange.getRequestPath())) {
            return null;
        }
        if (!token.admits(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))) {
            return new Refusal(StatusCodes.UNAUTHORIZED, "a bearer token is needed, and it must be the right one");
        }
        if (!token.isRequired() && !reads) {
            return new Refusal(StatusCodes.FORBIDDEN, "this needs a token, and the service has none: set STATUS_TOKEN");
        }
        return token.isRequired() || isThisMachine(exchange.getHostName())
                ? null
                : new Refusal(MISDIRECTED, "without a token, this is served to this machine only");
    }

    private boolean isThisMachine(String name) {
        return name != null
                && (name.equalsIgnoreCase("localhost")
                        || name.equalsIgnoreCase(host)
                        || name.matches("127\\.\\d+\\.\\d+\\.\\d+|\\[?::1]?"));
    }

    private static void refuse(HttpServerExchange exchange, Refusal refusal) {
        exchange.setStatusCode(refusal.status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        if (refusal.status == StatusCodes.UNAUTHORIZED) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        }
        exchange.getResponseSender().send(refusal.text + "\n");
    }
}
