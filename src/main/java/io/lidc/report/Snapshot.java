package io.lidc.report;

import io.lidc.store.jdbc.ReadTransaction;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The database as it is at one moment. Series are summed up once, into a temporary table that has the name of the view
 * {@code series_overview} and stands before it: the queries stay those that anybody can run.
 */
final class Snapshot implements AutoCloseable {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String SUM_UP = "create temporary table series_overview as select * from series_overview";

    private final ReadTransaction transaction;

    private Snapshot(ReadTransaction transaction) {
        this.transaction = transaction;
    }

    static Snapshot of(DataSource dataSource) throws SQLException {
        ReadTransaction transaction = ReadTransaction.of(dataSource);
        try (Statement statement = transaction.connection().createStatement()) {
            statement.execute(SUM_UP);
            return new Snapshot(transaction);
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    /** The URL of the database. */
    String url() throws SQLException {
        return transaction.url();
    }

    /** Runs a query, keeps as many rows as asked for, and hands every row on. */
    Table query(String sql, int kept, Table.RowConsumer all) throws SQLException, IOException {
        try (Statement statement = transaction.connection().createStatement()) {
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
        transaction.close();
    }
}
