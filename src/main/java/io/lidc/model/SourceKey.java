package io.lidc.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A location as a number: 32 bits of a digest of its folder before 32 bits of a digest of its name. So the keys of one
 * folder stand together in an index, and a chunk writes a few pages of it instead of one a row.
 */
public final class SourceKey {
    private static final ThreadLocal<SourceKey> OF_THREAD = ThreadLocal.withInitial(SourceKey::new);

    private final MessageDigest sha256 = sha256();
    private String folder = "";
    private long folderBits = (long) digest(folder) << 32;

    private SourceKey() {}

    /** The key of a location. */
    public static long of(String uri) {
        return OF_THREAD.get().key(uri);
    }

    private long key(String uri) {
        int name = uri.lastIndexOf('/') + 1;
        // Objects of one folder mostly come one after another.
        if (name != folder.length() || !uri.startsWith(folder)) {
            folder = uri.substring(0, name);
            folderBits = (long) digest(folder) << 32;
        }
        return folderBits | digest(uri.substring(name)) & 0xFFFF_FFFFL;
    }

    private int digest(String text) {
        return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
