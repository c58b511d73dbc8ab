package io.lidc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What differs between the databases. Everything else is one SQL for both. */
public sealed interface Dialect permits Sqlite, Postgresql {

    /** Of the database that a URL names. */
    static Dialect of(String url) throws SQLException {
        if (url.startsWith(Sqlite.SCHEME)) {
            return new Sqlite();
        }
        if (url.startsWith(Postgresql.SCHEME)) {
            return new Postgresql();
        }
        throw new SQLException("no support for the database " + url.replaceFirst("^(jdbc:[^:]*).*$", "$1") + "; use "
                + Sqlite.SCHEME + "FILE or " + Postgresql.SCHEME + "//HOST/DATABASE");
    }

    /** Where the migrations of this database alone lie. */
    String migrations();

    /** Where the database of a URL is, in words for a person. */
    String place(String url);

    /** Whether the database of a URL is there; true where only a connection can tell. */
    boolean exists(String url);

    /** The file that is the database of a URL. */
    DatabaseFile file(String url);

    /** Makes the database ready to be opened, and sets what its driver and its pool need. */
    void configure(HikariConfig config) throws SQLException;

    /** Whether many rows are best inserted as an array a column, in one statement. */
    boolean insertsArrays();

    /** What a query ends with so that its rows stay as they are until the end of the transaction. */
    String forUpdate();

    /** What tells locations apart in the unique index of {@code set_aside}, beside {@code source_key}. */
    String locationKey();

    /** The condition that a column is one of the values of one parameter, see {@link #bindNumbers} and {@link #bindTexts}. */
    String isAmong(String column);

    /** Binds any count of numbers to one parameter: the statement stays the same whatever their count. */
    void bindNumbers(PreparedStatement statement, int parameter, List<Long> numbers) throws SQLException;

    /** What a query ends with whose rows nobody may change until the transaction ends. */
    String sharedLock();

    /** What keeps other writers from adding instances until the transaction ends; empty where there is one writer at a time. */
    Optional<String> lockOfInstances();

    /** What frees the bytes of values that were rewritten or deleted; empty where they go in time. */
    List<String> erasure();

    /** Starts a transaction. */
    void begin(Connection connection) throws SQLException;

    /** Ends the transaction with all that it changed. */
    void commit(Connection connection) throws SQLException;

    /** Ends the transaction as if it had never been. */
    void rollback(Connection connection) throws SQLException;

    /** Binds any count of texts to one parameter. */
    void bindTexts(PreparedStatement statement, int parameter, List<String> texts) throws SQLException;

    /** The transaction's id, by which a lost acknowledgement of its commit can be settled; empty where none can get lost. */
    Optional<String> transactionId(Connection connection) throws SQLException;

    /** What an error means. */
    Fault fault(SQLException error);

    /** Why it came to an error, in one line without any value that the database was given. */
    String reason(SQLException error);
}
