package io.lidc.download;

import java.io.IOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;

/**
 * What a server says of the state of a file that it sends (RFC 9110 section 8); null or -1 where it says nothing.
 *
 * @param size of the whole file in bytes
 * @param checksum of the whole file
 */
record Representation(String etag, String lastModified, long size, Checksum checksum) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final Pattern DIGEST = Pattern.compile("(sha-?256|sha-?512|sha|md5)=:?([A-Za-z0-9+/]+=*):?");

    /** From an answer with the whole file (200). */
    static Representation ofWhole(HttpMessage answer) {
        String length = value(answer, "Content-Length");
        return new Representation(
                value(answer, "ETag"),
                value(answer, "Last-Modified"),
                length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1,
                checksum(answer));
    }

    /**
     * From an answer with the bytes from an offset on (206).
     *
     * @throws IOException when it begins elsewhere
     */
    static Representation ofRest(HttpMessage answer, long offset) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(String.valueOf(value(answer, "Content-Range")));
        if (!range.matches() || Long.parseLong(range.group(1)) != offset) {
            throw new IOException("the server sends another range than it was asked for");
        }
        long size = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
        return new Representation(value(answer, "ETag"), value(answer, "Last-Modified"), size, null);
    }

    /** Whether nothing speaks against both being the same state of the file. */
    boolean mayBe(Representation other) {
        return agree(etag, other.etag)
                && agree(lastModified, other.lastModified)
                && (size < 0 || other.size < 0 || size == other.size);
    }

    private static boolean agree(String one, String other) {
        return one == null || other == null || one.equals(other);
    }

    /** What If-Range can be given (RFC 9110 section 13.1.5: no weak ETag); null for nothing. */
    String validator() {
        return etag != null && !etag.startsWith("W/") ? etag : etag == null ? lastModified : null;
    }

    Properties toProperties() {
        Properties properties = new Properties();
        put(properties, "etag", etag);
        put(properties, "last-modified", lastModified);
        put(properties, "size", Long.toString(size));
        put(properties, "algorithm", checksum == null ? null : checksum.algorithm());
        put(properties, "checksum", checksum == null ? null : checksum.hex());
        return properties;
    }

    static Representation of(Properties properties) {
        String algorithm = properties.getProperty("algorithm");
        String size = properties.getProperty("size", "-1");
        return new Representation(
                properties.getProperty("etag"),
                properties.getProperty("last-modified"),
                size.matches("-?\\d{1,18}") ? Long.parseLong(size) : -1,
                algorithm == null ? null : new Checksum(algorithm, properties.getProperty("checksum")));
    }

    private static void put(Properties properties, String key, String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }

    /** Repr-Digest (RFC 9530), Digest (RFC 3230), Content-MD5 (RFC 1864). */
    private static Checksum checksum(HttpMessage answer) {
        for (String name : new String[] {"Repr-Digest", "Content-Digest", "Digest"}) {
            Matcher digest = DIGEST.matcher(String.valueOf(value(answer, name)));
            while (digest.find()) {
                Checksum checksum = Checksum.ofBase64(digest.group(1), digest.group(2));
                if (checksum != null) {
                    return checksum;
                }
            }
        }
        String md5 = value(answer, "Content-MD5");
        return md5 == null ? null : Checksum.ofBase64("md5", md5);
    }

    private static String value(HttpMessage answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue().strip();
    }
}
