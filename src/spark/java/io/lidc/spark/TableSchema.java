package io.lidc.spark;

import io.lidc.store.schema.DocumentedTable;
import io.lidc.store.schema.DocumentedTable.Field;
import io.lidc.store.schema.DocumentedTable.Type;
import io.lidc.store.schema.Schema;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of the database as Spark knows them: the columns of {@link Schema}, in its order. */
public final class TableSchema {
    /** The tables that a snapshot has. */
    public static final List<String> ALL = List.of("instance", "series", "study", "patient", "set_aside", "run");

    private TableSchema() {}

    /** The columns of a table. */
    public static StructType of(String table) {
        StructType schema = new StructType();
        for (Field column : table(table).columns()) {
            schema = schema.add(column.name(), type(column.type()));
        }
        return schema;
    }

    /** The names of its columns. */
    public static List<String> columns(String table) {
        return table(table).columns().stream().map(Field::name).toList();
    }

    private static DocumentedTable table(String name) {
        return Schema.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    private static DataType type(Type type) {
        return switch (type) {
            case TEXT, JSON -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case DECIMAL -> DataTypes.DoubleType;
            case TIMESTAMP -> DataTypes.TimestampType;
        };
    }
}
