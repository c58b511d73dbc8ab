package io.lidc.store.jdbc;

import java.sql.SQLException;

/** The database refuses at least one row of a chunk; stored one by one, they tell which. */
public final class RefusedRowException extends SQLException implements DescribedError {
    private static final long serialVersionUID = 1L;

    /** @param state the SQLSTATE of the refusal; may be null */
    public RefusedRowException(String state) {
        super("the database refuses a row", state);
    }
}
