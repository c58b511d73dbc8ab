package io.lidc.report;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The database as it is at one moment, whatever is written meanwhile. Series are summed up once, into a temporary table that has the
 * name of the view {@code series_overview} and stands before it: the queries stay those that anybody can run.
 */
final class Snapshot implements AutoCloseable {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String SUM_UP = "create temporary table series_overview as select * from series_overview";

    private final Connection connection;
    private final boolean sqlite;

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
    }

    static Snapshot of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            Snapshot snapshot = new Snapshot(connection);
            snapshot.begin();
            return snapshot;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void begin() throws SQLException {
        if (sqlite) {
            // The driver would begin a transaction that keeps writers out.
            execute("begin deferred");
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }
        execute(SUM_UP);
    }

    /** The URL of the database. */
    String url() throws SQLException {
        return connection.getMetaData().getURL();
    }

    /** Runs a query, keeps as many rows as asked for, and hands every row on. */
    Table query(String sql, int kept, Table.RowConsumer all) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet result = statement.executeQuery(sql)) {
                return Table.read(result, kept, all);
            }
        }
    }

    /** Runs a query whose rows are few. */
    Table query(String sql) throws SQLException, IOException {
        return query(sql, Integer.MAX_VALUE, row -> {});
    }

    /** Takes back the temporary table with the transaction. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (sqlite) {
                execute("rollback");
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
