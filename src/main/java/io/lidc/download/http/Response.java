package io.lidc.download.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** A response to a request. Closing it before the end of its body closes the connection instead of reading the rest. */
public final class Response implements AutoCloseable {
    private final ClassicHttpResponse response;
    private final Runnable abort;
    private final ResponseBody body;

    Response(ClassicHttpResponse response, Runnable abort, MinimumRate rate) throws IOException {
        this.response = response;
        this.abort = abort;
        HttpEntity entity = response.getEntity();
        this.body = entity == null ? null : new ResponseBody(entity.getContent(), rate);
    }

    /** The status code, 100 to 599. */
    public int status() {
        return response.getCode();
    }

    /** The value of the first header field of this name; null where there is none. */
    public String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue().strip();
    }

    /** The body, which fails when it arrives too slowly; empty where there is none. */
    public InputStream body() {
        return body == null ? InputStream.nullInputStream() : body;
    }

    /** The value of Retry-After (RFC 9110 section 10.2.3); zero where there is none. */
    Duration retryAfter() {
        String value = String.valueOf(header("Retry-After"));
        try {
            Duration delay = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return delay.isNegative() ? Duration.ZERO : delay;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public void close() throws IOException {
        if (body == null || body.isEnded()) {
            response.close();
        } else {
            abort.run();
        }
    }
}
