package io.lidc.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A location as a number: the first 8 bytes of the SHA-256 of its URI. */
final class SourceKey {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(SourceKey::sha256);

    private SourceKey() {}

    static long of(String uri) {
        return ByteBuffer.wrap(SHA_256.get().digest(uri.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
