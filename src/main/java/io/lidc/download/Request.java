package io.lidc.download;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A request to a web server.
 *
 * @param authorization sent to the URL's own server only, never along a redirect to another; null for none
 * @param form what is posted, URL-encoded; null for a GET
 */
record Request(URI url, String authorization, Map<String, String> headers, String form) {

    static Request get(URI url) {
        return new Request(url, null, Map.of(), null);
    }

    static Request post(URI url, String form) {
        return new Request(url, null, Map.of(), form);
    }

    Request authorizedBy(String value) {
        return new Request(url, value, headers, form);
    }

    Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(url, authorization, more, form);
    }

    Request redirectedTo(URI target) {
        boolean sameServer = target.getHost().equalsIgnoreCase(url.getHost())
                && target.getPort() == url.getPort()
                && target.getScheme().equalsIgnoreCase(url.getScheme());
        return new Request(target, sameServer ? authorization : null, headers, form);
    }

    /** Without what stands behind the question mark, which may hold credentials. */
    static String withoutQuery(URI url) {
        String text = url.toString();
        int end = text.indexOf('?');
        int fragment = text.indexOf('#');
        end = end < 0 || fragment >= 0 && fragment < end ? fragment : end;
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("//[^/@]*@", "//");
    }

    /** Names a URL in messages: a digest stands for its query. */
    static String nameOf(URI url) {
        String query = url.getRawQuery();
        return withoutQuery(url)
                + (query == null ? "" : "?" + UUID.nameUUIDFromBytes(query.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return nameOf(url);
    }
}
