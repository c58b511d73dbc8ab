package io.lidc.store.jdbc;

import io.lidc.config.Redaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A JDBC URL, free of the credentials that were written into it: they go to the driver on another way, so that no message
 * and no log can repeat them.
 */
public record DatabaseUrl(String url, Credentials credentials) {
    private static final Pattern USER_INFO = Pattern.compile("//[^/?\\s]*@");

    /** Takes the credentials out of a URL. */
    static DatabaseUrl parse(String text) {
        int query = text.indexOf('?');
        if (query < 0) {
            return new DatabaseUrl(text, Credentials.NONE);
        }
        String user = "";
        String password = "";
        List<String> others = new ArrayList<>();
        for (String parameter : text.substring(query + 1).split("&")) {
            if (parameter.startsWith("user=")) {
                user = decode(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decode(parameter.substring("password=".length()));
            } else {
                others.add(parameter);
            }
        }
        String rest = others.isEmpty() ? "" : "?" + String.join("&", others);
        return new DatabaseUrl(text.substring(0, query) + rest, new Credentials(user, password));
    }

    /** Any text that may hold a URL, with asterisks for its secrets. */
    public static String redacted(String text) {
        return Redaction.of(text);
    }

    /** Whether it names somebody before the host ({@code //user:password@host}), which JDBC drivers take for a part of the host. */
    boolean hasUserInfo() {
        return USER_INFO.matcher(url).find();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
