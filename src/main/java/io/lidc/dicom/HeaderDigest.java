package io.lidc.dicom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The digest by which two headers are compared: the first {@value #LENGTH} bytes of the SHA-256 (FIPS 180-4) over the
 * encoded data set, inflated if it is deflated, from its first element up to and including tag, VR and length of the
 * pixel data. The file meta information is left out, as it changes when an object is stored anew. Of a skipped value,
 * only tag, VR and length are hashed.
 *
 * <p>It is computed by whatever holds the encoded bytes: bytes that were decoded and encoded again would have another
 * digest. Two implementations of {@link HeaderReader} agree on it if they skip the same values.
 */
public final class HeaderDigest {
    /** Length of a digest in bytes. */
    public static final int LENGTH = 16;

    private final MessageDigest sha256;

    /** The digest of a data set of which no byte has been added yet. */
    public HeaderDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds the next bytes of the encoded data set. */
    public HeaderDigest update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        return this;
    }

    /** The digest of all bytes that were added, {@value #LENGTH} bytes; the next byte added starts a new one. */
    public byte[] digest() {
        return Arrays.copyOf(sha256.digest(), LENGTH);
    }
}
