package io.lidc.store.jdbc;

import java.sql.SQLNonTransientException;

/** The database cannot be used until somebody acts: another process has locked it, it is read-only, or its file is gone. */
public final class DatabaseUnavailableException extends SQLNonTransientException implements DescribedError {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message, String state) {
        super(message, state);
    }
}
