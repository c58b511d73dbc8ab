package io.lidc.download.http;

import java.io.IOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The representation metadata of a file (RFC 9110 section 8); null or -1 where the server gives none.
 *
 * @param size of the whole file in bytes
 * @param checksum of the whole file
 */
public record Representation(String etag, String lastModified, long size, Checksum checksum) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final Pattern DIGEST = Pattern.compile("(sha-?256|sha-?512|sha|md5)=:?([A-Za-z0-9+/]+=*):?");

    /** From a response with the whole file (200). */
    public static Representation ofWhole(Response response) {
        String length = response.header("Content-Length");
        return new Representation(
                response.header("ETag"),
                response.header("Last-Modified"),
                length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1,
                checksum(response));
    }

    /**
     * From a response with the bytes from an offset to the end (206).
     *
     * @throws IOException when it starts at another offset
     */
    public static Representation ofRest(Response response, long offset) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(String.valueOf(response.header("Content-Range")));
        if (!range.matches() || Long.parseLong(range.group(1)) != offset) {
            throw new IOException("the server sends another range than was requested");
        }
        long size = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
        return new Representation(response.header("ETag"), response.header("Last-Modified"), size, null);
    }

    /** Whether no field of the two differs: both may describe the same version of the file. */
    public boolean mayBe(Representation other) {
        return agree(etag, other.etag)
                && agree(lastModified, other.lastModified)
                && (size < 0 || other.size < 0 || size == other.size);
    }

    private static boolean agree(String one, String other) {
        return one == null || other == null || one.equals(other);
    }

    /**
     * The strong ETag, which alone may validate a range (RFC 9110 section 13.1.5); null for none. A date is none: whether it is
     * a strong validator depends on the clock of the server (section 8.8.2.2).
     */
    public String validator() {
        return etag == null || etag.startsWith("W/") ? null : etag;
    }

    /** For a file beside the part file. */
    public Properties toProperties() {
        Properties properties = new Properties();
        put(properties, "etag", etag);
        put(properties, "last-modified", lastModified);
        put(properties, "size", Long.toString(size));
        put(properties, "algorithm", checksum == null ? null : checksum.algorithm());
        put(properties, "checksum", checksum == null ? null : checksum.hex());
        return properties;
    }

    /** From what {@link #toProperties} gave; without any field where there is none. */
    public static Representation of(Properties properties) {
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
    private static Checksum checksum(Response response) {
        for (String name : new String[] {"Repr-Digest", "Content-Digest", "Digest"}) {
            Matcher digest = DIGEST.matcher(String.valueOf(response.header(name)));
            while (digest.find()) {
                Checksum checksum = Checksum.ofBase64(digest.group(1), digest.group(2));
                if (checksum != null) {
                    return checksum;
                }
            }
        }
        String md5 = response.header("Content-MD5");
        return md5 == null ? null : Checksum.ofBase64("md5", md5);
    }
}
