package io.lidc.metadata;

import io.lidc.metadata.Deidentification.Mode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rows of a database are de-identified: what it keeps beside them, to compare with what is configured.
 *
 * @param keyFingerprint of the key of pseudonyms, 16 hexadecimal digits; empty in other modes
 */
public record DeidentificationState(Mode mode, String keyFingerprint) {
    private static final Pattern TEXT = Pattern.compile("(keep|drop)|pseudonymise:([0-9a-f]{16})");

    /** The state of an empty database, and of one that was written before states were kept. */
    public static final DeidentificationState KEPT = new DeidentificationState(Mode.KEEP, "");

    /** Reads what {@link #text} wrote; empty for anything else. */
    public static Optional<DeidentificationState> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(1) == null
                        ? new DeidentificationState(Mode.PSEUDONYMISE, matcher.group(2))
                        : new DeidentificationState(
                                Mode.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), ""));
    }

    /** As one word: {@code keep}, {@code drop}, or {@code pseudonymise:} and the fingerprint. */
    public String text() {
        String name = mode.name().toLowerCase(Locale.ROOT);
        return keyFingerprint.isEmpty() ? name : name + ':' + keyFingerprint;
    }

    /**
     * Whether rows in this state can be brought into another: kept ones into any, pseudonyms into those that lack them. A
     * pseudonym gives back no value, and one of a pseudonym would join with nothing.
     */
    public boolean canBecome(DeidentificationState other) {
        return equals(other) || mode == Mode.KEEP || mode == Mode.PSEUDONYMISE && other.mode == Mode.DROP;
    }
}
