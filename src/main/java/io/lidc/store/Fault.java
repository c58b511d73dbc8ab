package io.lidc.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;

/** What an error of the database means for the work in hand. */
enum Fault {
    /** The database is away, or another transaction was in the way: the same work may succeed a little later. */
    PASSING,
    /** No room is left; somebody may make some. */
    FULL,
    /** Another process holds the database for itself. */
    LOCKED,
    /** The database refuses a value: of the objects in hand, at least one cannot be stored. */
    REFUSED,
    /** Anything else: a wrong password, a missing table, a defect. */
    OTHER;

    /**
     * The error in one line for a person: as an {@link SQLTransientException} where another try may help, as a
     * {@link RefusedRowException} where a row is at fault.
     */
    static SQLException describe(Dialect dialect, String url, String prefix, SQLException error) {
        return switch (dialect.fault(error)) {
            case PASSING ->
                new SQLTransientException(
                        prefix + "the database does not answer or is busy: " + firstLine(error),
                        error.getSQLState(),
                        error);
            case FULL ->
                new SQLTransientException(
                        prefix + "no room is left on the disk of the database " + dialect.place(url),
                        error.getSQLState(),
                        error);
            case LOCKED ->
                new SQLNonTransientException(
                        prefix + "another process holds " + dialect.place(url) + " locked and has to close it",
                        error.getSQLState(),
                        error);
            case REFUSED -> new RefusedRowException(error);
            case OTHER -> new SQLException(prefix + firstLine(error), error.getSQLState(), error);
        };
    }

    /** What the driver says at the root; a driver's later lines repeat values and statements. */
    private static String firstLine(Throwable error) {
        Throwable root = error;
        while (root.getCause() instanceof SQLException cause) {
            root = cause;
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : DatabaseUrl.redacted(message.lines().findFirst().orElse(message));
    }
}
