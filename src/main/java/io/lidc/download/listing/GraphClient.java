package io.lidc.download.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.download.http.RefusedException;
import io.lidc.download.http.Request;
import io.lidc.download.http.StatusException;
import io.lidc.download.http.WebClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** A client of Microsoft Graph, which renews its access token before it expires. */
final class GraphClient {
    private static final int MAX_BYTES = 64 << 20;
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebClient client;
    private final GraphAccount account;
    private String token;
    private Instant renewal = Instant.MIN;

    GraphClient(WebClient client, GraphAccount account) throws RefusedException {
        if (account.tenant().isEmpty()
                || account.clientId().isEmpty()
                || account.clientSecret().isEmpty()) {
            throw new RefusedException("SharePoint needs graph.tenant, graph.client-id and a secret");
        }
        this.client = client;
        this.account = account;
    }

    /** A URL below the endpoint. */
    URI url(String path) {
        return URI.create(account.endpoint() + path);
    }

    /** The JSON at a URL of Graph. */
    JsonNode get(URI url) throws IOException {
        try {
            return JSON.readTree(client.read(authorized(url), MAX_BYTES));
        } catch (StatusException e) {
            if (e.status() != HttpURLConnection.HTTP_UNAUTHORIZED) {
                throw e;
            }
            forgetToken();
            return JSON.readTree(client.read(authorized(url), MAX_BYTES));
        }
    }

    /**
     * A request with the access token.
     *
     * @throws RefusedException when the URL is on another server: the token is for Graph only
     */
    Request authorized(URI url) throws IOException {
        URI endpoint = URI.create(account.endpoint());
        if (!endpoint.getScheme().equals(url.getScheme())
                || !endpoint.getRawAuthority().equals(url.getRawAuthority())) {
            throw new RefusedException("a link to another server than " + endpoint.getHost());
        }
        return Request.get(url).authorizedBy("Bearer " + token());
    }

    private synchronized void forgetToken() {
        renewal = Instant.MIN;
    }

    private synchronized String token() throws IOException {
        if (Instant.now().isAfter(renewal)) {
            JsonNode answer = JSON.readTree(client.read(tokenRequest(), 1 << 20));
            token = answer.path("access_token").asText();
            Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(0));
            renewal = Instant.now().plus(life).minus(MARGIN);
        }
        return token;
    }

    private Request tokenRequest() {
        URI endpoint = URI.create(account.endpoint());
        String form = "grant_type=client_credentials"
                + "&client_id=" + encode(account.clientId())
                + "&client_secret=" + encode(account.clientSecret())
                + "&scope=" + encode(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/.default");
        return Request.post(URI.create(account.login() + "/" + encode(account.tenant()) + "/oauth2/v2.0/token"), form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
