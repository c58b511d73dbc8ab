package io.lidc.download.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The expected digest of a file.
 *
 * @param algorithm as Java names it, or QuickXorHash
 * @param hex lower-case hexadecimal digits
 */
public record Checksum(String algorithm, String hex) {
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<String, String> ALGORITHMS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha", "SHA-1", "sha256", "SHA-256", "sha384", "SHA-384", "sha512",
            "SHA-512");
    private static final Map<Integer, String> BY_DIGITS =
            Map.of(32, "MD5", 40, "SHA-1", 64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

    /**
     * @param algorithm md5, sha1, sha-256 and so on; "checksum" where the number of digits tells which
     * @param digits hexadecimal
     * @throws RefusedException when the algorithm is not supported or the digits do not fit it
     */
    public static Checksum ofHex(String algorithm, String digits) throws RefusedException {
        String text = digits.strip().toLowerCase(Locale.ROOT);
        String name = algorithm.equals("checksum") ? BY_DIGITS.get(text.length()) : algorithmOf(algorithm);
        if (name == null || !name.equals(BY_DIGITS.get(text.length())) || !text.matches("[0-9a-f]+")) {
            throw new RefusedException("the manifest's " + algorithm + " is not a checksum that can be verified");
        }
        return new Checksum(name, text);
    }

    /** From Base64, as HTTP headers and Microsoft Graph give it; null where the algorithm or the text is unknown. */
    public static Checksum ofBase64(String algorithm, String text) {
        String name = algorithm.equals("QuickXorHash") ? algorithm : algorithmOf(algorithm);
        try {
            return name == null
                    ? null
                    : new Checksum(name, HEX.formatHex(Base64.getDecoder().decode(text.strip())));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String algorithmOf(String name) {
        return ALGORITHMS.get(name.strip().toLowerCase(Locale.ROOT).replace("-", ""));
    }

    /** Whether the file has this digest. */
    public boolean matches(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HEX.formatHex(digest.digest()).equals(hex);
    }

    private MessageDigest digest() {
        try {
            return algorithm.equals("QuickXorHash") ? new QuickXorHash() : MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
