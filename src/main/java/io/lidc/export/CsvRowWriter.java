package io.lidc.export;

import io.lidc.store.schema.DocumentedTable.Field;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes CSV (RFC 4180) in UTF-8. */
final class CsvRowWriter implements RowWriter {
    private final BufferedWriter out;

    CsvRowWriter(Path file, List<Field> columns) throws IOException {
        out = Files.newBufferedWriter(file);
        write(columns.stream().map(column -> (Object) column.name()).toList());
    }

    @Override
    public void write(List<Object> row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            out.write(i == 0 ? "" : ",");
            Object value = row.get(i);
            out.write(value == null ? "" : field(value.toString()));
        }
        out.write("\r\n");
    }

    /** An empty text is quoted: without quotes, an empty field is no value. */
    private static String field(String text) {
        boolean plain = !text.isEmpty()
                && text.indexOf(',') < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
