package io.lidc.download.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** An HTTP client that checks each request and each redirect against the host policy. */
public final class WebClient implements AutoCloseable {
    private static final int MAX_REDIRECTS = 10;

    private final HostPolicy policy;
    private final Backoff backoff;
    private final int connections;
    private final Timeout timeout;
    private CloseableHttpClient client;

    /**
     * @param connections open at a time, to all servers together
     * @param timeout for the connection, and between two reads of a response
     */
    public WebClient(HostPolicy policy, Backoff backoff, int connections, Duration timeout) {
        this.policy = policy;
        this.backoff = backoff;
        this.connections = connections;
        this.timeout = Timeout.of(timeout);
    }

    /** Created on first use: most runs send no request. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = create();
        }
        return client;
    }

    private CloseableHttpClient create() {
        var manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(policy)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(manager)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("lidc-pipeline")
                .build();
    }

    /** The retry policy. */
    public Backoff backoff() {
        return backoff;
    }

    /**
     * Sends a request once. The caller closes the response.
     *
     * @throws RefusedException when the policy forbids the URL or a redirect
     * @throws StatusException when the status is not in the 2xx class
     */
    public ClassicHttpResponse open(Request request) throws IOException {
        Request next = request;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            ClassicHttpResponse response = send(next);
            URI target = redirectTarget(next, response);
            if (target == null) {
                return successful(response);
            }
            response.close();
            next = next.redirectedTo(target);
        }
        throw new RefusedException("more than " + MAX_REDIRECTS + " redirects");
    }

    /**
     * The whole body of the response to a request, which is sent again after transient failures.
     *
     * @param maxBytes of the body
     */
    public byte[] read(Request request, int maxBytes) throws IOException {
        return backoff.retry(() -> {
            try (ClassicHttpResponse response = open(request)) {
                HttpEntity entity = response.getEntity();
                if (entity == null) {
                    return new byte[0];
                }
                try (InputStream content = entity.getContent()) {
                    byte[] bytes = content.readNBytes(maxBytes + 1);
                    if (bytes.length > maxBytes) {
                        throw new RefusedException("the response is longer than " + maxBytes + " bytes");
                    }
                    return bytes;
                }
            }
        });
    }

    private ClassicHttpResponse send(Request request) throws IOException {
        if (request.authorization() == null && request.form() == null) {
            policy.check(request.url());
        } else {
            policy.checkForCredentials(request.url());
        }
        HttpUriRequestBase message = new HttpUriRequestBase(request.form() == null ? "GET" : "POST", request.url());
        message.setHeader("Accept-Encoding", "identity");
        request.headers().forEach(message::setHeader);
        if (request.authorization() != null) {
            message.setHeader("Authorization", request.authorization());
        }
        if (request.form() != null) {
            message.setEntity(new StringEntity(
                    request.form(), ContentType.APPLICATION_FORM_URLENCODED.withCharset(StandardCharsets.US_ASCII)));
        }
        try {
            return client().executeOpen(HttpHost.create(request.url()), message, null);
        } catch (IOException e) {
            throw e.getCause() instanceof RefusedException refusal ? refusal : e;
        }
    }

    private static URI redirectTarget(Request request, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (location == null || status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
            return null;
        }
        try {
            URI target = request.url().resolve(location.getValue().strip());
            if (request.form() != null) {
                throw new RefusedException("a redirect of a request with credentials");
            }
            if ("https".equalsIgnoreCase(request.url().getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) {
                throw new RefusedException("a redirect from https to another scheme");
            }
            if (target.getHost() == null) {
                throw new RefusedException("a redirect to a URL without a host");
            }
            return target;
        } catch (IllegalArgumentException e) {
            throw new RefusedException("a redirect to an invalid URL");
        } finally {
            response.close();
        }
    }

    private static ClassicHttpResponse successful(ClassicHttpResponse response) throws IOException {
        if (response.getCode() >= 200 && response.getCode() < 300) {
            return response;
        }
        try (response) {
            throw new StatusException(response.getCode(), retryAfter(response.getFirstHeader("Retry-After")));
        }
    }

    private static Duration retryAfter(Header header) {
        if (header == null) {
            return Duration.ZERO;
        }
        String value = header.getValue().strip();
        try {
            Duration asked = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? Duration.ZERO : asked;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }
}
