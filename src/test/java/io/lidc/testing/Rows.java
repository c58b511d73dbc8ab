package io.lidc.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.util.PGobject;

/** What a database holds, as a test compares it: a line a row, values joined by bars. */
public final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    /** The rows of a query, in its order. */
    public static List<String> of(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return of(connection, query);
        }
    }

    /** The rows of a query, in its order. */
    public static List<String> of(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection, query);
        }
    }

    /** The rows of a query, in its order. */
    public static List<String> of(Connection connection, String query) throws SQLException {
        return without(Set.of(), connection, query);
    }

    /** The rows of a query in its order, without some of its columns. */
    public static List<String> without(Set<String> left, Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    if (!left.contains(result.getMetaData().getColumnName(i))) {
                        row.add(text(result.getObject(i)));
                    }
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    /** Both databases alike: in one of them sums are of another type, and JSON has blanks. */
    private static String text(Object value) {
        if (value instanceof PGobject object) {
            return json(object.getValue());
        }
        if (value instanceof BigDecimal number) {
            return number.scale() <= 0 ? number.toPlainString() : Double.toString(number.doubleValue());
        }
        return String.valueOf(value);
    }

    private static String json(String text) {
        try {
            return JSON.readTree(text).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
