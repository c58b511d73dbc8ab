package io.lidc.source.parquet;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.lidc.metadata.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalInputFile;

/** A row of a Parquet file, by the names of its columns. */
record ParquetRow(Map<String, Object> values) {

    /** The rows of a file; to be closed. */
    static Stream<ParquetRow> read(Path file) throws IOException {
        return ParquetReader.streamContent(
                new LocalInputFile(file), new Hydrator<Map<String, Object>, ParquetRow, String[]>() {
                    @Override
                    public Map<String, Object> start() {
                        return new HashMap<>();
                    }

                    @Override
                    public Map<String, Object> add(Map<String, Object> row, String[] column, Object value) {
                        row.put(column[0], value);
                        return row;
                    }

                    @Override
                    public ParquetRow finish(Map<String, Object> row) {
                        return new ParquetRow(row);
                    }
                });
    }

    /** Null where the column holds nothing. */
    String text(String column) {
        Object value = values.get(column);
        return value == null ? null : value.toString();
    }

    /** As {@link #text}, with an empty one for nothing. */
    String textOrEmpty(String column) {
        String text = text(column);
        return text == null ? "" : text;
    }

    long number(String column, long otherwise) {
        return values.get(column) instanceof Number number ? number.longValue() : otherwise;
    }

    /** The values of attributes, in the order of their columns. */
    List<Object> attributes(List<Column> columns) {
        List<Object> attributes = new ArrayList<>(columns.size());
        for (Column column : columns) {
            attributes.add(attribute(column));
        }
        return attributes;
    }

    private Object attribute(Column column) {
        Object value = values.get(column.name());
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case INTEGER -> ((Number) value).intValue();
            case DECIMAL -> ((Number) value).doubleValue();
            case TEXT, DATE, TIME -> value.toString();
        };
    }
}
