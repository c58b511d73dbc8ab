package io.lidc.app;

import io.lidc.config.BearerToken;
import io.lidc.config.Key;
import io.lidc.config.SecretKey;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The token of something that listens. It may be missing on a loopback address only. */
final class ServerToken {
    private static final int MIN_LENGTH = 16;

    private ServerToken() {}

    /**
     * The token that the settings give.
     *
     * @param host where the server listens
     * @param server what it is, for messages: {@code push}
     * @throws UsageException when it is missing and must not be, or is short
     */
    static BearerToken of(Settings settings, SecretKey key, Key<String> host, String server) throws UsageException {
        String token = settings.secret(key);
        if (token.isEmpty() && !isLoopback(settings, host)) {
            throw new UsageException("the setting " + host + " is no loopback address; then a token of " + MIN_LENGTH
                    + " characters or more must be " + key.places());
        }
        if (!token.isEmpty() && token.length() < MIN_LENGTH) {
            throw new UsageException("the token for " + server + " has less than " + MIN_LENGTH + " characters");
        }
        return new BearerToken(token);
    }

    private static boolean isLoopback(Settings settings, Key<String> key) throws UsageException {
        String host = settings.get(key);
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UsageException("the setting " + key + " names no host: " + host, e);
        }
    }
}
