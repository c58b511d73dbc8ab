package io.lidc.download.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An HTTP request.
 *
 * @param authorization value of the Authorization header, sent to the URL's own server only, never along a redirect to
 *     another; null for none
 * @param form URL-encoded body of a POST; null for a GET
 */
public record Request(URI url, String authorization, Map<String, String> headers, String form) {

    /** A GET request without headers. */
    public static Request get(URI url) {
        return new Request(url, null, Map.of(), null);
    }

    /**
     * A POST request.
     *
     * @param form URL-encoded body
     */
    public static Request post(URI url, String form) {
        return new Request(url, null, Map.of(), form);
    }

    /** The same request with an Authorization header. */
    public Request authorizedBy(String value) {
        return new Request(url, value, headers, form);
    }

    /** The same request with one more header. */
    public Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(url, authorization, more, form);
    }

    /**
     * The same request to the target of a redirect. Credentials in a header stay with their own server.
     *
     * @param location value of the Location header
     * @throws RefusedException when the redirect is unsafe or invalid
     */
    Request redirectedTo(String location) throws RefusedException {
        URI target;
        try {
            target = url.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("a redirect to an invalid URL");
        }
        if (form != null) {
            throw new RefusedException("a redirect of a request with credentials");
        }
        if ("https".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) {
            throw new RefusedException("a redirect from https to another scheme");
        }
        if (target.getHost() == null) {
            throw new RefusedException("a redirect to a URL without a host");
        }
        boolean sameServer = target.getHost().equalsIgnoreCase(url.getHost())
                && target.getPort() == url.getPort()
                && target.getScheme().equalsIgnoreCase(url.getScheme());
        return new Request(target, sameServer ? authorization : null, headers, null);
    }

    /** The URL without query, fragment and user, which may hold credentials. */
    public static String withoutQuery(URI url) {
        String text = url.toString();
        int end = text.indexOf('?');
        int fragment = text.indexOf('#');
        end = end < 0 || fragment >= 0 && fragment < end ? fragment : end;
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("//[^/@]*@", "//");
    }

    /** The URL as messages and the database show it: a digest replaces its query. */
    public static String nameOf(URI url) {
        String query = url.getRawQuery();
        return withoutQuery(url)
                + (query == null ? "" : "?" + UUID.nameUUIDFromBytes(query.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return nameOf(url);
    }
}
