package io.lidc.store;

import java.sql.SQLException;

/** The database refuses at least one row of a chunk; {@link MetadataStore#refused} tells which. */
public final class RefusedRowException extends SQLException {
    private static final long serialVersionUID = 1L;

    /** @param state the SQLSTATE of the refusal; may be null */
    RefusedRowException(String state) {
        super("the database refuses a row", state);
    }
}
