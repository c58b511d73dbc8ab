package io.lidc.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A location as a number: 32 bits of a digest of its folder before 32 bits of a digest of its name. So the keys of one
 * folder stand together in an index, and a chunk writes a few pages of it instead of one a row.
 */
final class SourceKey {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(SourceKey::sha256);

    private SourceKey() {}

    static long of(String uri) {
        int name = uri.lastIndexOf('/') + 1;
        return (long) digest(uri.substring(0, name)) << 32 | digest(uri.substring(name)) & 0xFFFF_FFFFL;
    }

    private static int digest(String text) {
        return ByteBuffer.wrap(SHA_256.get().digest(text.getBytes(StandardCharsets.UTF_8)))
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
