package io.lidc.manifest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The instances of a database in the order of their UIDs, byte by byte: a cursor, which holds a few of them at a time. */
final class HeldInstances implements AutoCloseable {
    private static final int ROWS_AT_A_TIME = 10_000;
    private static final String QUERY =
            "select sop_instance_uid, header_digest from instance order by sop_instance_uid";

    private final Statement statement;
    private final ResultSet rows;

    private HeldInstances(Statement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** What takes them one by one. */
    interface Consumer {
        void accept(HeldInstance instance) throws IOException;
    }

    static HeldInstances of(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_A_TIME);
        return new HeldInstances(statement, statement.executeQuery(QUERY));
    }

    /** The next one; null after the last. */
    HeldInstance next() throws SQLException {
        return rows.next() ? new HeldInstance(rows.getString(1), rows.getString(2)) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
