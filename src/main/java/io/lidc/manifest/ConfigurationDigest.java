package io.lidc.manifest;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells one configuration from another. */
final class ConfigurationDigest {
    private static final String HOME = "lidc.home";

    private ConfigurationDigest() {}

    /** SHA-256 in hexadecimal digits, of the settings in force in the order of their names, a line each, and of config/attributes.yaml. */
    static String of(Settings settings) throws UsageException {
        Map<Object, Object> sorted = new TreeMap<>(settings.toProperties());
        sorted.remove(HOME);
        Path attributes = settings.home().resolve("config/attributes.yaml");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sorted.forEach((key, value) -> digest.update((key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
            digest.update(Files.readAllBytes(attributes));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UsageException("cannot read " + attributes + ": " + e, e);
        }
    }
}
