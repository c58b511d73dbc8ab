package io.lidc.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of comma-separated values (RFC 4180), UTF-8. An empty field is a null, as pandas and R read it. */
final class CsvFile implements Closeable {
    private final BufferedWriter writer;

    CsvFile(Path file) throws IOException {
        writer = Files.newBufferedWriter(file);
    }

    /** Adds a line: the names of the columns first. */
    void write(List<?> row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(row.get(i) == null ? "" : quoted(row.get(i).toString()));
        }
        writer.write("\r\n");
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
