package io.lidc.store;

/**
 * How the rows of a database tell of patients. Rows of two modes, or of two keys, must not stand in one database.
 *
 * @param mode as the setting {@code privacy.patient} names it
 * @param keyFingerprint tells the key of the pseudonyms from others without giving it away; empty for a mode without one
 */
public record StoredPrivacy(String mode, String keyFingerprint) {

    /** Its text in the table of settings. */
    String text() {
        return keyFingerprint.isEmpty() ? mode : mode + " " + keyFingerprint;
    }

    static StoredPrivacy parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? new StoredPrivacy(text, "")
                : new StoredPrivacy(text.substring(0, blank), text.substring(blank + 1));
    }
}
