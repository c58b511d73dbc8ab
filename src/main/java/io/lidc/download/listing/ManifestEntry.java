package io.lidc.download.listing;

import io.lidc.download.http.RefusedException;
import java.util.Map;

/**
 * An entry of a manifest.
 *
 * @param fields by lower-case key; a value that has no text, such as a nested one, is null
 */
record ManifestEntry(Map<String, String> fields) {

    /** An entry that is neither a URL nor an object. */
    static final ManifestEntry INVALID = new ManifestEntry(null);

    /** An entry of a URL alone. */
    static ManifestEntry ofUrl(String url) {
        return new ManifestEntry(Map.of("url", url));
    }

    /**
     * The value of a key; empty where it is missing.
     *
     * @throws RefusedException when it is not text
     */
    String value(String key) throws RefusedException {
        if (fields == null) {
            throw new RefusedException("the entry is not a URL or an object");
        }
        String value = fields.getOrDefault(key, "");
        if (value == null) {
            throw new RefusedException("the " + key + " is not text or a number");
        }
        return value.strip();
    }
}
