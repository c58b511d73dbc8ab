package io.lidc.store;

import java.util.HashSet;
import java.util.Set;

/** The folders and prefixes above objects, and above archives that hold entries, in the forms in which one may be set aside. */
final class Ancestors {
    private static final String ARCHIVE = "archive:";
    private static final String ENTRY = "!/";
    private static final String AUTHORITY = "://";

    private final Set<String> uris = new HashSet<>();

    /** Adds those above the location of an object. */
    void addAbove(String uri) {
        String path = uri.startsWith(ARCHIVE) ? archive(uri) : uri;
        int root = path.indexOf(AUTHORITY) + AUTHORITY.length();
        int slash = path.lastIndexOf('/');
        while (slash > root && uris.add(path.substring(0, slash))) {
            uris.add(path.substring(0, slash + 1));
            slash = path.lastIndexOf('/', slash - 1);
        }
    }

    private static String archive(String uri) {
        int entry = uri.indexOf(ENTRY);
        return uri.substring(ARCHIVE.length(), entry < 0 ? uri.length() : entry);
    }

    Set<String> uris() {
        return uris;
    }
}
