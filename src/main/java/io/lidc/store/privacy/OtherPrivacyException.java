package io.lidc.store.privacy;

import io.lidc.store.jdbc.DescribedError;
import java.sql.SQLNonTransientException;

/** The rows of the database are de-identified in another way than those that were to be stored; nothing is stored. */
public final class OtherPrivacyException extends SQLNonTransientException implements DescribedError {
    private static final long serialVersionUID = 1L;

    OtherPrivacyException(RecordedPrivacy recorded) {
        super("the rows of the database have come to be de-identified in another way (" + recorded.text()
                + ") since this process started; nothing is stored until it is started again");
    }
}
