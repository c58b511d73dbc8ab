package io.lidc.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Statements made from names of columns, and values bound to them. */
public final class Sql {
    private Sql() {}

    /** An insert of one row, a parameter a column. */
    public static String insert(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (" + parameters(columns.size())
                + ")";
    }

    /** {@code a = excluded.a, b = excluded.b}, for the columns that are no key. */
    public static String takeExcluded(List<String> columns) {
        return columns.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
    }

    /** {@code ?, ?, ?} */
    public static String parameters(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Binds values from the parameter {@code first} (from 1) on and gives the number of the next. */
    public static int bind(PreparedStatement statement, int first, List<?> values) throws SQLException {
        int parameter = first;
        for (Object value : values) {
            bind(statement, parameter++, value);
        }
        return parameter;
    }

    /** Binds a value; null, too. */
    public static void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(parameter, text);
        } else if (value instanceof Double number) {
            statement.setDouble(parameter, number);
        } else if (value instanceof Integer number) {
            statement.setInt(parameter, number);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else {
            throw new IllegalArgumentException(
                    "no column holds a " + value.getClass().getName());
        }
    }
}
