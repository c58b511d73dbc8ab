package io.lidc.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms under a key: the first 16 bytes of the value's HMAC-SHA-256 (RFC 2104), in hexadecimal digits. Alike for
 * alike values, whatever their attribute, so that rows still join by them; padding makes no difference.
 */
final class Pseudonyms {
    private static final int PSEUDONYM_BYTES = 16;
    private static final int FINGERPRINT_BYTES = 8;

    /** No value has a NUL within, so this is none. */
    private static final String FINGERPRINT_LABEL = "fingerprint\0of the key of pseudonyms";

    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;

    /** After each use a Mac is as it was before. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    Pseudonyms(String key) {
        this.key = new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256");
    }

    /** The pseudonym of a text, values delimited by backslashes; null for one of padding alone. */
    String of(String text) {
        String value = withoutPadding(text);
        return value.isEmpty() ? null : hmac(value, PSEUDONYM_BYTES);
    }

    /** Tells two keys apart, and tells nothing of either. */
    String fingerprint() {
        return hmac(FINGERPRINT_LABEL, FINGERPRINT_BYTES);
    }

    private String hmac(String text, int bytes) {
        return HEX.formatHex(macs.get().doFinal(text.getBytes(UTF_8)), 0, bytes);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Blanks around each value, and the delimiters of empty component groups at the end of a name (PS3.5 section 6.2.1.2). */
    private static String withoutPadding(String text) {
        if (text.indexOf('\\') < 0) {
            return valueWithoutPadding(text);
        }
        StringJoiner values = new StringJoiner("\\");
        for (String value : text.split("\\\\", -1)) {
            values.add(valueWithoutPadding(value));
        }
        return values.toString();
    }

    private static String valueWithoutPadding(String value) {
        // The database holds no NUL, and a value that comes from there has the same pseudonym.
        String padded = value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
        int end = padded.length();
        while (end > 0 && (padded.charAt(end - 1) == '=' || Character.isWhitespace(padded.charAt(end - 1)))) {
            end--;
        }
        return padded.substring(0, end).stripLeading();
    }
}
