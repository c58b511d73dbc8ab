package io.lidc.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A SQLite database of the pipeline's. */
record TestDatabase(Path file) {

    /** Adds sources, as lidc ingest does. */
    void ingest(Object... sources) throws IOException, InterruptedException {
        ingest(Map.of(), sources);
    }

    /** Adds what lies in a bucket of a server that asks for no key. */
    void ingestFromBucket(String endpoint, Object... sources) throws IOException, InterruptedException {
        ingest(
                Map.of(
                        "S3_ENDPOINT", endpoint,
                        "S3_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "any",
                        "AWS_SECRET_ACCESS_KEY", "any",
                        "S3_PATH_STYLE", "true"),
                sources);
    }

    private void ingest(Map<String, String> environment, Object... sources) throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of("ingest"));
        arguments.addAll(List.of(sources));
        arguments.addAll(List.of("--db", url(), "--out", file.resolveSibling("out")));
        Lidc.run(0, environment, arguments.toArray());
    }

    String url() {
        return "jdbc:sqlite:" + file;
    }

    /** The rows of a table as text, in an order of their own, see {@link Rows}. */
    List<String> rows(String table) throws SQLException {
        return query("select " + String.join(", ", Rows.compared(table)) + " from " + table).stream()
                .sorted()
                .toList();
    }

    /** What a query gives, in its order. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(Rows.text(row));
            }
            return all;
        }
    }
}
