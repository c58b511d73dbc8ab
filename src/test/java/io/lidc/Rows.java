package io.lidc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a database holds, as a test compares it: a line a row, values joined by bars. */
public final class Rows {
    private Rows() {}

    /** The rows of a query, in its order. */
    public static List<String> of(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return of(connection, query);
        }
    }

    /** The rows of a query, in its order. */
    public static List<String> of(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
