package io.lidc.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;

/** What an error of the database means for the current work. */
enum Fault {
    /** The database is away, or another transaction was in the way: the same work may succeed a little later. */
    TRANSIENT,
    /** No room is left; somebody may make some. */
    FULL,
    /** Another process holds the database for itself. */
    LOCKED,
    /** The database, or the disk it lies on, may only be read. */
    READ_ONLY,
    /** The file of the database cannot be opened. */
    GONE,
    /** The database knows neither the user nor the password, or lets them do nothing. */
    DENIED,
    /** The database refuses a value: of the current objects, at least one cannot be stored. */
    REFUSED,
    /** Anything else: a missing table, a defect. */
    OTHER;

    /**
     * The error in one line for a person: as an {@link SQLTransientException} where another attempt may help, as a
     * {@link RefusedRowException} where a row is at fault, as a {@link DatabaseUnavailableException} where somebody has to act.
     * It has no cause: drivers' messages repeat the values that they were given.
     */
    static SQLException describe(Dialect dialect, String url, String prefix, SQLException error) {
        if (isDescribed(error)) {
            return error;
        }
        String place = dialect.place(url);
        String state = error.getSQLState();
        SQLException described =
                switch (dialect.fault(error)) {
                    case TRANSIENT ->
                        new SQLTransientException(
                                prefix + "the database does not answer or is busy: " + dialect.reason(error), state);
                    case FULL ->
                        new SQLTransientException(
                                prefix + "no room is left on the disk of the database " + place, state);
                    case LOCKED ->
                        new DatabaseUnavailableException(
                                prefix + "another process holds " + place + " locked and has to close it", state);
                    case READ_ONLY ->
                        new DatabaseUnavailableException(prefix + "the database " + place + " is read-only", state);
                    case GONE ->
                        new DatabaseUnavailableException(
                                prefix + "the database " + place + " cannot be opened: " + dialect.reason(error),
                                state);
                    case DENIED -> new SQLNonTransientException(prefix + dialect.reason(error), state);
                    case REFUSED -> new RefusedRowException(state);
                    case OTHER -> new SQLException(prefix + dialect.reason(error), state);
                };
        return retraced(described, error, dialect);
    }

    /** The same for a pool that gives no connection: its own words tell its sizes, its cause why there is none. */
    static SQLException describeUnconnected(String url, SQLException error) throws SQLException {
        boolean unknown = url == null || !(error.getCause() instanceof SQLException);
        SQLException described = unknown ? error : describe(Dialect.of(url), url, "", (SQLException) error.getCause());
        return unknown && error instanceof SQLTransientException
                ? new SQLTransientException("the database does not answer: " + error.getMessage(), error.getSQLState())
                : described;
    }

    private static boolean isDescribed(SQLException error) {
        return error instanceof DescribedError || error.getClass() == SQLTransientException.class;
    }

    /** Tells where the error arose, and what else went wrong meanwhile. */
    private static SQLException retraced(SQLException described, SQLException error, Dialect dialect) {
        described.setStackTrace(error.getStackTrace());
        for (Throwable other : error.getSuppressed()) {
            if (other instanceof SQLException sql) {
                described.addSuppressed(new SQLException(dialect.reason(sql), sql.getSQLState()));
            }
        }
        return described;
    }
}
