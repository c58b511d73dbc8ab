package io.lidc.export;

import io.lidc.store.schema.DocumentedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads exports. */
final class DuckDb {
    private static final String URL = "jdbc:duckdb:";

    private DuckDb() {}

    /** The rows of a table in an export, see {@link TypedRows}. */
    static List<String> rows(Path export, ExportFormat format, DocumentedTable table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL)) {
            return TypedRows.of(connection, table, source(export, format, table));
        }
    }

    private static String source(Path export, ExportFormat format, DocumentedTable table) {
        Path divided = export.resolve(table.name());
        return switch (format) {
            case PARQUET ->
                Files.isDirectory(divided)
                        ? "read_parquet('" + divided + "/*/*.parquet', hive_partitioning = true)"
                        : "read_parquet('" + divided + ".parquet')";
            case CSV ->
                "read_csv('" + divided
                        + ".csv', header = true, all_varchar = true, nullstr = '', allow_quoted_nulls = false, quote = '\"',"
                        + " escape = '\"', delim = ',', max_line_size = 10000000)";
            case NDJSON ->
                "read_json('" + divided + ".ndjson', format = 'newline_delimited', columns = {"
                        + table.columns().stream()
                                .map(column -> "'" + column.name() + "': 'VARCHAR'")
                                .collect(Collectors.joining(", "))
                        + "})";
        };
    }

    /** What a Parquet file says of itself, by key. */
    static Map<String, String> metadata(Path file) throws SQLException {
        Map<String, String> metadata = new HashMap<>();
        for (String pair :
                query("select decode(key) || '\u0001' || decode(value) from parquet_kv_metadata('" + file + "')")) {
            String[] parts = pair.split("\u0001");
            metadata.put(parts[0], parts[1]);
        }
        return metadata;
    }

    /** The first column of a query. */
    static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
