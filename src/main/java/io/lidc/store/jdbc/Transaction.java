package io.lidc.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction on a connection. Where its start, commit or rollback fails, nobody knows what state the connection is in: it
 * is not sound then and serves no other transaction.
 */
public final class Transaction {
    private final Connection connection;
    private final Dialect dialect;
    private boolean open;
    private boolean sound = true;

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The connection that the transaction runs on. */
    public Connection connection() {
        return connection;
    }

    /** What is particular to its database. */
    public Dialect dialect() {
        return dialect;
    }

    boolean isSound() {
        return sound;
    }

    void begin() throws SQLException {
        change(dialect::begin);
        open = true;
    }

    /** Ends the transaction with all that it changed. */
    public void commit() throws SQLException {
        change(dialect::commit);
        open = false;
    }

    /** Takes back what was not committed. */
    public void rollback() throws SQLException {
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
