package io.lidc.store.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How far the rows of each table are de-identified, in the table of settings, until all are. */
final class DeidentificationProgress {
    private static final String PREFIX = "privacy.last-";

    private DeidentificationProgress() {}

    /** The last key of a table that is done; empty where none is. */
    static String of(Connection connection, String table) throws SQLException {
        return SettingTable.get(connection, PREFIX + table).orElse("");
    }

    static void write(Connection connection, String table, String last) throws SQLException {
        SettingTable.set(connection, PREFIX + table, last);
    }

    static void delete(Connection connection) throws SQLException {
        String sql = "delete from database_setting where name like '" + PREFIX + "%'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
