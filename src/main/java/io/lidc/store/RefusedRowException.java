package io.lidc.store;

import java.sql.SQLException;

/** The database refuses at least one row of a chunk; {@link MetadataStore#refused} tells which. */
public final class RefusedRowException extends SQLException {
    private static final long serialVersionUID = 1L;

    RefusedRowException(SQLException cause) {
        super("the database refuses a row", cause.getSQLState(), cause);
    }
}
