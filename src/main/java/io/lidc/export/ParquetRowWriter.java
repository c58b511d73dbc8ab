package io.lidc.export;

import io.lidc.store.schema.DocumentedTable.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes Parquet. What is known of a column is in the metadata of the file, as JSON under {@code column.NAME}. */
final class ParquetRowWriter implements RowWriter {
    /** Of a row group; several files are written at a time, each with a group in memory. */
    private static final long GROUP_BYTES = 32L << 20;

    private final ParquetWriter<List<Object>> writer;

    ParquetRowWriter(Path file, List<Field> columns) throws IOException {
        writer = new Builder(new LocalOutputFile(file), columns)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(GROUP_BYTES)
                .build();
    }

    @Override
    public void write(List<Object> row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<List<Object>, Builder> {
        private final List<Field> columns;

        Builder(OutputFile file, List<Field> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // It is the abstract one.
        protected WriteSupport<List<Object>> getWriteSupport(Configuration configuration) {
            return new Rows(columns);
        }
    }

    private static final class Rows extends WriteSupport<List<Object>> {
        private final List<Field> columns;
        private RecordConsumer consumer;

        Rows(List<Field> columns) {
            this.columns = columns;
        }

        @Override
        public String getName() {
            return "lidc";
        }

        @Override
        @SuppressWarnings("deprecation") // It is the abstract one.
        public WriteContext init(Configuration configuration) {
            Types.MessageTypeBuilder schema = Types.buildMessage();
            Map<String, String> metadata = new LinkedHashMap<>();
            for (Field column : columns) {
                schema.addField(type(column));
                metadata.put("column." + column.name(), ColumnDescription.json(column));
            }
            MessageType message = schema.named("row");
            return new WriteContext(message, metadata);
        }

        private static org.apache.parquet.schema.Type type(Field column) {
            return switch (column.type()) {
                case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
                case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
                case TIMESTAMP ->
                    Types.optional(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                            .named(column.name());
                case TEXT, JSON ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
            };
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(List<Object> row) {
            consumer.startMessage();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) != null) {
                    consumer.startField(columns.get(i).name(), i);
                    add(row.get(i));
                    consumer.endField(columns.get(i).name(), i);
                }
            }
            consumer.endMessage();
        }

        private void add(Object value) {
            if (value instanceof Long number) {
                consumer.addLong(number);
            } else if (value instanceof Double number) {
                consumer.addDouble(number);
            } else if (value instanceof Instant time) {
                consumer.addLong(time.toEpochMilli());
            } else {
                consumer.addBinary(Binary.fromString(value.toString()));
            }
        }
    }
}
