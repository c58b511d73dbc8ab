package io.lidc.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The token that clients show (RFC 6750), kept as its digest. Comparing takes the same time whatever they show. */
public final class BearerToken {
    private static final String SCHEME = "bearer ";

    private final byte[] digest;

    /** @param token empty where none is asked for */
    public BearerToken(String token) {
        digest = token.isEmpty() ? null : digest(token);
    }

    /** Whether a token is asked for. */
    public boolean isRequired() {
        return digest != null;
    }

    /** Whether it is the token. @param authorization the header's value; null where there is none */
    public boolean admits(String authorization) {
        if (digest == null) {
            return true;
        }
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String shown = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(digest, digest(shown));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
