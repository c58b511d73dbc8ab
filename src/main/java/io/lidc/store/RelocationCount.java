package io.lidc.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows whose locations start alike. */
final class RelocationCount {
    private RelocationCount() {}

    /** Those that a relocation would change, but for what it would forget as outdated. */
    static Relocated of(Connection connection, LocationPrefix prefix) throws SQLException {
        return new Relocated(count(connection, "instance", prefix), count(connection, "set_aside", prefix));
    }

    private static long count(Connection connection, String table, LocationPrefix prefix) throws SQLException {
        String query = "select count(*) from " + table + " where " + LocationPrefix.CONDITION;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            prefix.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
