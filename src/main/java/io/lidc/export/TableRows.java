package io.lidc.export;

import io.lidc.store.jdbc.StoredTime;
import io.lidc.store.schema.DocumentedTable;
import io.lidc.store.schema.DocumentedTable.Field;
import io.lidc.store.schema.DocumentedTable.Type;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table, with values of the types that are documented, whatever the database has.
 *
 * @param modality whether the modality of each row is asked for, which the table itself may not have
 */
record TableRows(DocumentedTable table, String condition, boolean modality) {
    private static final int ROWS_AT_A_TIME = 2_000;

    /** What takes them one by one, with the modality of each; null where there is none. */
    interface Consumer {
        void accept(List<Object> row, String modality) throws IOException;
    }

    void read(Connection connection, Consumer each) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(sql())) {
                while (rows.next()) {
                    each.accept(
                            values(rows),
                            modality ? rows.getString(table.columns().size() + 1) : null);
                }
            }
        }
    }

    private String sql() {
        StringBuilder sql = new StringBuilder("select ");
        for (Field column : table.columns()) {
            sql.append(table.name()).append('.').append(column.name()).append(", ");
        }
        sql.append(modality ? ofSeries() : "null").append(" from ").append(table.name());
        if (modality && !hasModality()) {
            sql.append(" left join series on series.series_instance_uid = ")
                    .append(table.name())
                    .append(".series_instance_uid");
        }
        return sql.append(condition).toString();
    }

    private String ofSeries() {
        return (hasModality() ? table.name() : "series") + ".modality";
    }

    private boolean hasModality() {
        return table.columns().stream().anyMatch(column -> column.name().equals("modality"));
    }

    private List<Object> values(ResultSet row) throws SQLException {
        List<Field> columns = table.columns();
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(row, i + 1, columns.get(i).type()));
        }
        return values;
    }

    private static Object value(ResultSet row, int column, Type type) throws SQLException {
        switch (type) {
            case INTEGER -> {
                long number = row.getLong(column);
                return number == 0 && row.wasNull() ? null : (Object) number;
            }
            case DECIMAL -> {
                double number = row.getDouble(column);
                return number == 0 && row.wasNull() ? null : (Object) number;
            }
            case TIMESTAMP -> {
                return time(row.getObject(column));
            }
            default -> {
                return row.getString(column);
            }
        }
    }

    private static Instant time(Object column) {
        try {
            return StoredTime.of(column);
        } catch (DateTimeParseException e) {
            // A row that something else wrote.
            return null;
        }
    }
}
