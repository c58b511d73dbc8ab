package io.lidc.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a query, the first of them where there are many.
 *
 * @param columns their names
 * @param numeric which of them hold numbers
 * @param rows text, {@link Long}, {@link Double} or null in each cell
 * @param total how many rows the query gave
 */
record Table(List<String> columns, List<Boolean> numeric, List<List<Object>> rows, long total) {
    private static final int PLACES = 6;

    /** Takes the names of the columns, then the rows one by one. */
    interface RowConsumer {
        void accept(List<?> row) throws IOException;
    }

    /** Reads a result to its end, keeps as many rows as asked for, and hands every row on. */
    static Table read(ResultSet result, int kept, RowConsumer all) throws SQLException, IOException {
        List<String> columns = columns(result);
        all.accept(columns);
        List<List<Object>> rows = new ArrayList<>();
        long total = 0;
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(value(result.getObject(i)));
            }
            all.accept(row);
            if (rows.size() < kept) {
                rows.add(row);
            }
            total++;
        }
        return new Table(columns, numeric(columns.size(), rows), rows, total);
    }

    /** One cell of the first row; null where there is none. */
    Object cell(int column) {
        return rows.isEmpty() ? null : rows.get(0).get(column);
    }

    private static List<String> columns(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        return columns;
    }

    private static List<Boolean> numeric(int columns, List<List<Object>> rows) {
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            numeric.add(rows.stream().allMatch(row -> row.get(column) == null || row.get(column) instanceof Number));
        }
        return numeric;
    }

    /** Sums, divisions and times are of other types in either database; divisions leave traces of binary fractions. */
    private static Object value(Object value) {
        if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString());
            boolean whole = decimal.stripTrailingZeros().scale() <= 0;
            return whole && !(number instanceof Double)
                    ? (Object) decimal.longValueExact()
                    : (Object) decimal.setScale(PLACES, RoundingMode.HALF_UP).doubleValue();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return value == null ? null : value.toString();
    }
}
