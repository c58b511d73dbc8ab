package io.lidc.store.privacy;

import io.lidc.metadata.Column;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rows of one table whose values are rewritten in place, in the order of their keys.
 *
 * @param columns that are rewritten; the key is none of them
 * @param rewrite gives the values of a row in the order of the columns
 */
record Rewriting(String table, String key, List<String> columns, UnaryOperator<List<String>> rewrite) {

    /**
     * A page of rows that is rewritten.
     *
     * @param last key of the page; null where there was no row
     * @param changed how many rows have other values now
     */
    record Page(String last, long changed) {}

    private record Row(String key, List<String> values) {}

    /** Rewrites the rows whose keys follow one; empty stands before all keys. */
    Page page(Connection connection, String after, int limit) throws SQLException {
        List<Row> rows = rows(connection, after, limit);
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            List<String> rewritten = rewrite.apply(row.values);
            if (!rewritten.equals(row.values)) {
                changed.add(new Row(row.key, rewritten));
            }
        }
        update(connection, changed);
        return new Page(rows.isEmpty() ? null : rows.get(rows.size() - 1).key, changed.size());
    }

    private List<Row> rows(Connection connection, String after, int limit) throws SQLException {
        String anyValue =
                columns.stream().map(column -> column + " is not null").collect(Collectors.joining(" or "));
        String query = "select " + key + ", " + String.join(", ", columns) + " from " + table + " where " + key
                + " > ? and (" + anyValue + ") order by " + key + " limit " + limit;
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, after);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), texts(result, 2, columns.size())));
                }
            }
        }
        return rows;
    }

    /** Values of a row from the column {@code first} on, counted from 1. */
    static List<String> texts(ResultSet row, int first, int count) throws SQLException {
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(row.getString(first + i));
        }
        return Collections.unmodifiableList(values);
    }

    private void update(Connection connection, List<Row> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        String assigned = columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        String update = "update " + table + " set " + assigned + " where " + key + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (Row row : changed) {
                int next = Sql.bind(statement, 1, row.values);
                statement.setString(next, row.key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
