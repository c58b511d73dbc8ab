package io.lidc.download.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** An HTTP client that checks each request and each redirect against the host policy. */
public final class WebClient implements AutoCloseable {
    private static final int MAX_REDIRECTS = 10;
    private static final int MAX_HEADER_LINE = 16 << 10;
    private static final int MAX_HEADER_LINES = 200;
    private static final Set<Integer> REDIRECTS = Set.of(
            HttpURLConnection.HTTP_MOVED_PERM,
            HttpURLConnection.HTTP_MOVED_TEMP,
            HttpURLConnection.HTTP_SEE_OTHER,
            307,
            308);

    private final HostPolicy policy;
    private final Backoff backoff;
    private final int connections;
    private final Timeout timeout;
    private final MinimumRate rate;
    private CloseableHttpClient client;

    /**
     * With a minimum rate of 1,024 bytes a second.
     *
     * @param connections open at a time, to all servers together
     * @param timeout for the connection and between two reads; twice this for the whole response header
     */
    public WebClient(HostPolicy policy, Backoff backoff, int connections, Duration timeout) {
        this(policy, backoff, connections, timeout, MinimumRate.over(timeout));
    }

    /**
     * @param connections open at a time, to all servers together
     * @param timeout for the connection and between two reads; twice this for the whole response header
     * @param rate below which the transfer of a body is given up
     */
    public WebClient(HostPolicy policy, Backoff backoff, int connections, Duration timeout, MinimumRate rate) {
        this.policy = policy;
        this.backoff = backoff;
        this.connections = connections;
        this.timeout = Timeout.of(timeout);
        this.rate = rate;
    }

    /** Created on first use: most runs send no request. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = create();
        }
        return client;
    }

    private CloseableHttpClient create() {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(MAX_HEADER_LINE)
                .setMaxHeaderCount(MAX_HEADER_LINES)
                .build();
        var manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(policy)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
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

    /** The rate below which a transfer is given up. */
    public MinimumRate minimumRate() {
        return rate;
    }

    /**
     * Sends a request once. The caller closes the response.
     *
     * @throws RefusedException when the policy forbids the URL or a redirect, or the response header is too long
     * @throws StatusException when the status is not in the 2xx class
     */
    public Response open(Request request) throws IOException {
        Request next = request;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Response response = send(next);
            String location = REDIRECTS.contains(response.status()) ? response.header("Location") : null;
            if (location == null) {
                return successful(response);
            }
            response.close();
            next = next.redirectedTo(location);
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
            try (Response response = open(request);
                    InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(maxBytes + 1);
                if (bytes.length > maxBytes) {
                    throw new RefusedException("the response is longer than " + maxBytes + " bytes");
                }
                return bytes;
            }
        });
    }

    private Response send(Request request) throws IOException {
        if (request.authorization() == null && request.form() == null) {
            policy.check(request.url());
        } else {
            policy.checkForCredentials(request.url());
        }
        HttpUriRequestBase message = message(request);
        // The socket timeout restarts with each byte: it alone never ends a header that arrives byte by byte.
        CompletableFuture<Void> deadline =
                new CompletableFuture<Void>().orTimeout(2 * timeout.toMilliseconds(), TimeUnit.MILLISECONDS);
        deadline.whenComplete((done, late) -> {
            if (late != null) {
                message.cancel();
            }
        });
        try {
            ClassicHttpResponse response = client().executeOpen(HttpHost.create(request.url()), message, null);
            if (!deadline.complete(null)) {
                throw lateHeader();
            }
            return new Response(response, message::cancel, rate);
        } catch (MessageConstraintException e) {
            throw new RefusedException("the response header is longer than " + MAX_HEADER_LINES + " lines of "
                    + MAX_HEADER_LINE + " bytes");
        } catch (IOException | IllegalStateException e) {
            // A request that is cancelled between two of its steps ends with an IllegalStateException.
            if (deadline.isCompletedExceptionally()) {
                throw lateHeader();
            }
            if (e.getCause() instanceof RefusedException refusal) {
                throw refusal;
            }
            throw e;
        } finally {
            deadline.complete(null);
        }
    }

    private SocketTimeoutException lateHeader() {
        return new SocketTimeoutException("no response header within " + 2 * timeout.toSeconds() + " s");
    }

    private static HttpUriRequestBase message(Request request) {
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
        return message;
    }

    private static Response successful(Response response) throws IOException {
        if (response.status() >= 200 && response.status() < 300) {
            return response;
        }
        try (response) {
            throw new StatusException(response.status(), response.retryAfter());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }
}
