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

/** A SQLite database of the pipeline's. */
record TestDatabase(Path file) {

    /** Adds sources, as lidc ingest does. */
    void ingest(Object... sources) throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of("ingest"));
        arguments.addAll(List.of(sources));
        arguments.addAll(List.of("--db", url(), "--out", file.resolveSibling("out")));
        Lidc.run(0, arguments.toArray());
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
