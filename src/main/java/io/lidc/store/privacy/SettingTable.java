package io.lidc.store.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table of what holds for all rows of the database. */
public final class SettingTable {
    private static final String SET =
            "insert into database_setting (name, value) values (?, ?)" + " on conflict (name) do ";

    private SettingTable() {}

    /** What is recorded under a name. */
    public static Optional<String> get(Connection connection, String name) throws SQLException {
        String query = "select value from database_setting where name = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Records a value under a name, in the place of an older one. */
    public static void set(Connection connection, String name, String value) throws SQLException {
        execute(connection, SET + "update set value = excluded.value", name, value);
    }

    /** Of several processes that start at once, the first one decides. */
    static void setIfAbsent(Connection connection, String name, String value) throws SQLException {
        execute(connection, SET + "nothing", name, value);
    }

    /** Forgets what is recorded under a name. */
    public static void delete(Connection connection, String name) throws SQLException {
        String sql = "delete from database_setting where name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }
}
