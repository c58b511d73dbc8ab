package io.lidc.stow;

import io.lidc.stow.multipart.RefusedRequestException;
import io.lidc.stow.received.StorageException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Responds to requests that are not served, and counts them. Each leaves one line in the log; only a defect leaves its stack trace.
 * Whatever was not acknowledged is safe to send again.
 */
public final class ErrorResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Map<Integer, AtomicLong> counts = new ConcurrentHashMap<>();

    /** What the client reads. */
    public record Response(int status, Map<String, String> headers, String text) {}

    /** Requests that have ended with a status so far. */
    public long count(int status) {
        return counts.getOrDefault(status, new AtomicLong()).get();
    }

    public Response response(Throwable reason) {
        RefusedRequestException refused = find(RefusedRequestException.class, reason);
        int status = refused == null ? UNAVAILABLE : refused.status();
        long count = counts.computeIfAbsent(status, any -> new AtomicLong()).incrementAndGet();
        String text = refused == null ? "the objects cannot be stored now" : refused.getMessage();
        if (refused == null) {
            logUnavailable(reason, count);
        } else {
            LOG.warn("Push refused with status {} (number {}): {}", status, count, text);
        }
        return new Response(status, headers(status), text + "\n");
    }

    private static void logUnavailable(Throwable reason, long count) {
        StorageException storage = find(StorageException.class, reason);
        SQLException database = find(SQLException.class, reason);
        String line = "Push refused with status " + UNAVAILABLE + " (number {}): the objects cannot be stored";
        if (storage != null) {
            LOG.error(line + ": {}", count, storage.getCause().toString());
        } else if (database != null) {
            // A driver's later lines repeat values.
            LOG.error(
                    line + ": {}",
                    count,
                    String.valueOf(database.getMessage()).lines().findFirst().orElse(""));
        } else {
            LOG.error(line, count, reason);
        }
    }

    private static Map<String, String> headers(int status) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        if (status == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (status == 405) {
            headers.put("Allow", "POST");
        }
        if (status == 429 || status == UNAVAILABLE) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        return headers;
    }

    /** Responds to an exchange that has ended with an exception. */
    public void respond(Exchange exchange) {
        Response response = response(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
        response.headers().forEach(message::setHeader);
        message.setBody(response.text());
    }

    private static <T extends Throwable> T find(Class<T> type, Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }
}
