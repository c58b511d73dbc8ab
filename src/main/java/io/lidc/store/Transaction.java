package io.lidc.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction on a connection. Where its start, commit or rollback fails, nobody knows what state the connection is in: it
 * is not sound then and serves no other transaction.
 */
final class Transaction {
    private final Connection connection;
    private final Dialect dialect;
    private boolean open;
    private boolean sound = true;

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isSound() {
        return sound;
    }

    void begin() throws SQLException {
        change(dialect::begin);
        open = true;
    }

    void commit() throws SQLException {
        change(dialect::commit);
        open = false;
    }

    /** Takes back what was not committed. */
    void rollback() throws SQLException {
        if (open) {
            open = false;
            change(dialect::rollback);
        }
    }

    private interface Change {
        void of(Connection connection) throws SQLException;
    }

    private void change(Change change) throws SQLException {
        boolean before = sound;
        sound = false;
        change.of(connection);
        sound = before;
    }
}
