package io.lidc.store.jdbc;

import java.sql.Timestamp;
import java.time.Instant;

/** A time of the program itself, as a row of the database has it: PostgreSQL has a type for times, SQLite keeps them as ISO text. */
public final class StoredTime {
    private StoredTime() {}

    /**
     * The time.
     *
     * @param column what a driver gives for the column; may be null
     * @return null where there is none
     * @throws java.time.format.DateTimeParseException when it is a text, and no time
     */
    public static Instant of(Object column) {
        if (column == null) {
            return null;
        }
        return column instanceof Timestamp timestamp ? timestamp.toInstant() : Instant.parse(column.toString());
    }
}
