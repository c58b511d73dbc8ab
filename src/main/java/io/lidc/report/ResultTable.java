package io.lidc.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The rows of a query as text.
 *
 * @param columns their names
 * @param numeric which of them hold numbers
 */
public record ResultTable(List<String> columns, List<Boolean> numeric, List<List<String>> rows) {

    private static final int MAX_CELL = 80;

    static ResultTable query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData meta = result.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnLabel(i).replace('_', ' '));
            }
            List<List<String>> rows = new ArrayList<>();
            Boolean[] numeric = new Boolean[columns.size()];
            Arrays.fill(numeric, true);
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = result.getObject(i);
                    numeric[i - 1] &= value == null || value instanceof Number;
                    row.add(text(value));
                }
                rows.add(row);
            }
            return new ResultTable(columns, List.of(numeric), rows);
        }
    }

    /** Of values as a query gives them: numbers are written as numbers, text is shortened. */
    static ResultTable of(List<String> columns, List<Boolean> numeric, List<List<Object>> rows) {
        return new ResultTable(
                columns,
                numeric,
                rows.stream()
                        .map(row -> row.stream().map(ResultTable::text).toList())
                        .toList());
    }

    /** The table as lines with aligned columns, its header first. */
    public List<String> lines() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            padded.add(numeric.get(i) ? pad + cells.get(i) : cells.get(i) + pad);
        }
        return padded.stream().collect(Collectors.joining("  ")).stripTrailing();
    }

    private static String text(Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Integer || value instanceof Long
                ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                : shortened(value.toString());
    }

    /** A value may be as long as an attacker likes; its two ends tell it apart from others. */
    private static String shortened(String text) {
        int half = MAX_CELL / 2;
        return text.length() <= MAX_CELL
                ? text
                : text.substring(0, half) + "…" + text.substring(text.length() - half + 1);
    }
}
