package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Metadata;
import io.lidc.store.jdbc.RefusedRowException;

/** Refuses keys that one of the databases cannot hold, so that both take the same objects. */
final class KeyCheck {
    /**
     * Patient ID and issuer stand together in an index of PostgreSQL, whose rows hold 2,704 bytes at the most; a character takes
     * up to three. PS3.5 table 6.2-1 allows 64 characters.
     */
    private static final int MAX_LENGTH = 400;

    private static final String NUL = "22021"; // character_not_in_repertoire
    private static final String TOO_LONG = "54000"; // program_limit_exceeded

    private KeyCheck() {}

    /** @throws RefusedRowException where a UID or a Patient ID holds U+0000, or is too long for an index */
    static void check(Extraction.Read read) throws RefusedRowException {
        Metadata metadata = read.metadata();
        check(metadata.instance().sopInstanceUid());
        check(metadata.instance().transferSyntaxUid());
        check(metadata.patient().patientId());
        check(metadata.patient().issuerOfPatientId());
        if (metadata.study() != null) {
            check(metadata.study().studyInstanceUid());
        }
        if (metadata.series() != null) {
            check(metadata.series().seriesInstanceUid());
        }
    }

    private static void check(String key) throws RefusedRowException {
        if (key.length() > MAX_LENGTH) {
            throw new RefusedRowException(TOO_LONG);
        }
        if (key.indexOf('\0') >= 0) {
            throw new RefusedRowException(NUL);
        }
    }
}
