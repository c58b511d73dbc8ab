package io.lidc.metadata;

import io.lidc.model.Metadata;

/** Keys that one of the databases cannot hold, so that every store takes the same objects. */
public final class StoredKeys {
    /**
     * Patient ID and issuer stand together in an index of PostgreSQL, whose rows hold 2,704 bytes at the most; a character takes
     * up to three. PS3.5 table 6.2-1 allows 64 characters.
     */
    private static final int MAX_LENGTH = 400;

    private StoredKeys() {}

    /** Why a key cannot be stored. */
    public enum Refusal {
        NUL,
        TOO_LONG
    }

    /** Why one of the UIDs, or a Patient ID, cannot be stored; null where all can. */
    public static Refusal refusal(Metadata metadata) {
        Refusal refusal = first(
                refusal(metadata.instance().sopInstanceUid()),
                refusal(metadata.instance().transferSyntaxUid()));
        refusal = first(refusal, refusal(metadata.patient().patientId()));
        refusal = first(refusal, refusal(metadata.patient().issuerOfPatientId()));
        if (metadata.study() != null) {
            refusal = first(refusal, refusal(metadata.study().studyInstanceUid()));
        }
        return metadata.series() == null
                ? refusal
                : first(refusal, refusal(metadata.series().seriesInstanceUid()));
    }

    private static Refusal first(Refusal one, Refusal other) {
        return one == null ? other : one;
    }

    private static Refusal refusal(String key) {
        if (key.length() > MAX_LENGTH) {
            return Refusal.TOO_LONG;
        }
        return key.indexOf('\0') >= 0 ? Refusal.NUL : null;
    }
}
