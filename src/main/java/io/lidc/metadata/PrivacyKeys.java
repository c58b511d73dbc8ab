package io.lidc.metadata;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.metadata.Deidentification.Mode;

/** Settings of what becomes of patients' attributes. */
public final class PrivacyKeys {
    public static final Key<Mode> PATIENT = Key.choice(
            "privacy.patient",
            Mode.KEEP,
            "What becomes of attributes that tell who a patient is (names, IDs, dates of birth, addresses, comments)."
                    + " keep stores them as they are; pseudonymise stores an HMAC-SHA-256 in their place, equal for equal"
                    + " values; drop leaves them out. Locations of objects are kept as they are, also where a folder bears"
                    + " a patient's name, and so are the copies of dead-letter.copy.");
    public static final SecretKey KEY = SecretKey.of(
            "PRIVACY_KEY",
            "privacy.key-file",
            "The key of the pseudonyms, 16 characters or more. Only with the same key do the same patients get the same pseudonyms.");

    public static final KeyGroup GROUP = KeyGroup.of("Privacy", PATIENT, KEY);

    private static final int MIN_KEY_LENGTH = 16;

    private PrivacyKeys() {}

    /**
     * The treatment of patients' attributes that the settings ask for.
     *
     * @throws UsageException when it needs a key, and there is none or a short one
     */
    public static Deidentification deidentification(Settings settings) throws UsageException {
        return switch (settings.get(PATIENT)) {
            case KEEP -> Deidentification.keep();
            case PSEUDONYMISE -> Deidentification.pseudonymise(sufficientKey(settings));
            case DROP -> Deidentification.drop();
        };
    }

    private static String sufficientKey(Settings settings) throws UsageException {
        String key = settings.secret(KEY);
        if (key.length() < MIN_KEY_LENGTH) {
            throw new UsageException("privacy.patient is pseudonymise, which needs a key of at least " + MIN_KEY_LENGTH
                    + " characters: " + KEY.places());
        }
        return key;
    }
}
