package io.lidc.store;

import io.lidc.metadata.StoredKeys;
import io.lidc.model.Extraction;
import io.lidc.store.jdbc.RefusedRowException;

/** Refuses keys that one of the databases cannot hold, so that both take the same objects. */
final class KeyCheck {
    private static final String NUL = "22021"; // character_not_in_repertoire
    private static final String TOO_LONG = "54000"; // program_limit_exceeded

    private KeyCheck() {}

    /** @throws RefusedRowException where a UID or a Patient ID holds U+0000, or is too long for an index */
    static void check(Extraction.Read read) throws RefusedRowException {
        StoredKeys.Refusal refusal = StoredKeys.refusal(read.metadata());
        if (refusal != null) {
            throw new RefusedRowException(refusal == StoredKeys.Refusal.NUL ? NUL : TOO_LONG);
        }
    }
}
