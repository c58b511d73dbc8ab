package io.lidc.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lidc.store.schema.DocumentedTable.Field;
import io.lidc.store.schema.DocumentedTable.Type;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a JSON object a line. */
final class JsonRowWriter implements RowWriter {
    private final List<Field> columns;
    private final JsonGenerator out;

    JsonRowWriter(Path file, List<Field> columns) throws IOException {
        this.columns = columns;
        out = new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        out.setRootValueSeparator(null);
    }

    @Override
    public void write(List<Object> row) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null) {
                out.writeFieldName(columns.get(i).name());
                write(columns.get(i).type(), row.get(i));
            }
        }
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void write(Type type, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (type == Type.JSON) {
            out.writeRawValue(value.toString());
        } else {
            out.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
