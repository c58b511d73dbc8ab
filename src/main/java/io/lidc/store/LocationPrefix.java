package io.lidc.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The start of locations that have moved together.
 *
 * @param from URI of a folder, bucket or archive, without a slash at its end
 * @param to the same, where it is now
 */
record LocationPrefix(String from, String to) {
    /** /data is no start of /data2. Takes four parameters, see {@link #bind}. */
    static final String CONDITION = "(source_uri = ? or substr(source_uri, 1, ?) in (?, ?))";

    /** @throws IllegalArgumentException where one lies below the other: what was moved could not be told from what was not */
    LocationPrefix {
        from = withoutSlash(from);
        to = withoutSlash(to);
        if (to.equals(from) || to.startsWith(from + "/")) {
            throw new IllegalArgumentException(
                    to + " lies below " + from + "; relocate by way of a name that lies elsewhere");
        }
    }

    private static String withoutSlash(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    /** The same for what lies in archives: their URIs escape the exclamation mark and the number sign. */
    LocationPrefix inArchives() {
        return new LocationPrefix("archive:" + escaped(from), "archive:" + escaped(to));
    }

    private static String escaped(String uri) {
        return uri.replace("!", "%21").replace("#", "%23");
    }

    void bind(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, from);
        statement.setInt(first + 1, from.codePointCount(0, from.length()) + 1);
        statement.setString(first + 2, from + "/");
        statement.setString(first + 3, from + "!");
    }

    /** Where it is now. */
    String moved(String uri) {
        return to + uri.substring(from.length());
    }
}
