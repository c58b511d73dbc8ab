package io.lidc.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database as it is at one moment, whatever is written meanwhile. It keeps no writer out, and leaves nothing behind. */
public final class ReadTransaction implements AutoCloseable {
    /** In KiB. A reader of the whole database comes to most pages once: kept, they would fill the cache of the writer. */
    private static final int CACHE_SIZE = 16_384;

    private final Connection connection;
    private final boolean sqlite;
    private int writersCacheSize;

    private ReadTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        sqlite = Dialect.of(connection.getMetaData().getURL()) instanceof Sqlite;
    }

    /** Starts one. */
    public static ReadTransaction of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            ReadTransaction transaction = new ReadTransaction(connection);
            transaction.begin();
            return transaction;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void begin() throws SQLException {
        if (sqlite) {
            writersCacheSize = cacheSize();
            execute("pragma cache_size = -" + CACHE_SIZE);
            // The driver would start a transaction that keeps writers out.
            execute("begin deferred");
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }
    }

    /** Has the database refuse whatever would change it, temporary tables too, until the connection is closed for good. */
    public void refuseWrites() throws SQLException {
        execute(sqlite ? "pragma query_only = true" : "set transaction read only");
    }

    /** What to ask. */
    public Connection connection() {
        return connection;
    }

    /** Whether the database is SQLite; PostgreSQL otherwise. */
    public boolean isSqlite() {
        return sqlite;
    }

    /** The URL of the database, as it was opened. */
    public String url() throws SQLException {
        return connection.getMetaData().getURL();
    }

    /** Ends it, and takes back temporary tables that were made in it. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (sqlite) {
                execute("rollback");
                execute("pragma cache_size = " + writersCacheSize);
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private int cacheSize() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma cache_size")) {
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
