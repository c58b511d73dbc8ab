package io.lidc.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the rows of each table are de-identified, in the table of settings, until all are. */
final class DeidentificationProgress {
    private static final String PREFIX = "privacy.last-";

    private DeidentificationProgress() {}

    /** The last key of a table that is done; empty where none is. */
    static String of(Connection connection, String table) throws SQLException {
        String query = "select value from database_setting where name = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, PREFIX + table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    static void write(Connection connection, String table, String last) throws SQLException {
        String sql = "insert into database_setting (name, value) values (?, ?)"
                + " on conflict (name) do update set value = excluded.value";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, PREFIX + table);
            statement.setString(2, last);
            statement.executeUpdate();
        }
    }

    static void delete(Connection connection) throws SQLException {
        String sql = "delete from database_setting where name like '" + PREFIX + "%'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
