package io.lidc.export;

import io.lidc.store.schema.DocumentedTable.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a table is written as. */
public enum ExportFormat {
    /** Apache Parquet, compressed by Snappy; tables with a modality in a folder for each, as Hive lays them out. */
    PARQUET {
        @Override
        RowWriter open(Path file, List<Field> columns) throws IOException {
            return new ParquetRowWriter(file, columns);
        }
    },
    /** RFC 4180, in UTF-8 with a line of names; a missing value is an empty field without quotes. */
    CSV {
        @Override
        RowWriter open(Path file, List<Field> columns) throws IOException {
            return new CsvRowWriter(file, columns);
        }
    },
    /** A JSON object a line, without the columns that have no value. */
    NDJSON {
        @Override
        RowWriter open(Path file, List<Field> columns) throws IOException {
            return new JsonRowWriter(file, columns);
        }
    };

    abstract RowWriter open(Path file, List<Field> columns) throws IOException;

    /** Without the dot. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
