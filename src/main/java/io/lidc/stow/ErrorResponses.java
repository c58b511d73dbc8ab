package io.lidc.stow;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that are not served, and counts them. Whatever was not promised is safe to send again. */
public final class ErrorResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Map<Integer, AtomicLong> counts = new ConcurrentHashMap<>();

    /** What the client reads. */
    record Answer(int status, Map<String, String> headers, String text) {}

    /** Requests that have ended with a status so far. */
    public long count(int status) {
        return counts.getOrDefault(status, new AtomicLong()).get();
    }

    Answer answer(Throwable reason) {
        RefusedRequestException refusal = find(reason);
        int status = refusal == null ? UNAVAILABLE : refusal.status();
        String text = refusal == null ? "the objects cannot be stored now" : refusal.getMessage();
        long count = counts.computeIfAbsent(status, any -> new AtomicLong()).incrementAndGet();
        LOG.warn("Push refused with status {} (number {}): {}", status, count, text);
        if (refusal == null) {
            LOG.error("Pushed objects cannot be stored", reason);
        }
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
        return new Answer(status, headers, text + "\n");
    }

    /** Answers an exchange that has ended with an exception. */
    public void respond(Exchange exchange) {
        Answer answer = answer(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        answer.headers().forEach(message::setHeader);
        message.setBody(answer.text());
    }

    private static RefusedRequestException find(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof RefusedRequestException)) {
            cause = cause.getCause();
        }
        return (RefusedRequestException) cause;
    }
}
