package io.lidc.spark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Rows as text, so that those of a database and those of Spark compare. */
final class Rows {
    /** What tells of the run, and differs from one to the next. */
    private static final Set<String> OF_A_RUN = Set.of(
            "run_id", "stored_at", "started_at", "finished_at", "heartbeat_at", "owner", "sources", "bytes_read");

    private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_EVEN);

    private Rows() {}

    /** The columns that two runs over the same objects give alike. */
    static List<String> compared(String table) {
        return TableSchema.columns(table).stream()
                .filter(column -> !OF_A_RUN.contains(column))
                .toList();
    }

    /** The rows of a table of a snapshot. */
    static List<String> of(SparkSession spark, String snapshot, String table) {
        Dataset<Row> rows = new Snapshot(spark, snapshot).table(table);
        return of(rows.select(compared(table).stream().map(functions::col).toArray(Column[]::new))).stream()
                .sorted()
                .toList();
    }

    /** All rows in their order. */
    static List<String> of(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Rows::text).toList();
    }

    private static String text(Row row) {
        Object[] values = new Object[row.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return text(values);
    }

    static String text(Object[] row) {
        return Arrays.stream(row).map(Rows::text).collect(Collectors.joining("|"));
    }

    private static String text(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString())
                    .round(PRECISION)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return String.valueOf(value);
    }
}
