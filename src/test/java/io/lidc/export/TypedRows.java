package io.lidc.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.store.schema.DocumentedTable;
import io.lidc.store.schema.DocumentedTable.Field;
import io.lidc.store.schema.DocumentedTable.Type;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Rows as text, the values in the form that their documented types give them, whatever a driver makes of them. */
final class TypedRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TypedRows() {}

    static List<String> of(DataSource dataSource, DocumentedTable table, String from) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection, table, from);
        }
    }

    static List<String> of(Connection connection, DocumentedTable table, String from) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + columns + " from " + from)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (Field column : table.columns()) {
                    row.add(text(result, column.name(), column.type()));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    private static String text(ResultSet row, String column, Type type) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return "null";
        }
        return switch (type) {
            case TEXT -> text;
            case JSON -> json(text);
            case INTEGER -> new BigDecimal(text).toBigIntegerExact().toString();
            case DECIMAL -> Double.toString(Double.parseDouble(text));
            case TIMESTAMP -> time(row, column, text).toString();
        };
    }

    private static Instant time(ResultSet row, String column, String text) throws SQLException {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : row.getObject(column, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant();
    }

    private static String json(String text) {
        try {
            return JSON.readTree(text).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
