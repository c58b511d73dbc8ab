package io.lidc.spark;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of objects on their way from the listing to the tables. */
public final class ObjectSchema {
    /** What the listing has found and nobody has read. */
    public static final String UNREAD = "UNREAD";
    /** An archive, whose entries are still to be listed. */
    public static final String ARCHIVE = "ARCHIVE";
    /** A folder, whose content is still to be listed. */
    public static final String FOLDER = "FOLDER";
    /** A link to a folder. */
    public static final String LINK = "LINK";
    /** An instance with its metadata. */
    public static final String READ = "READ";

    /** Of what is listed; {@code object_order} sorts as objects are discovered, and names each. */
    public static final StructType LISTED = new StructType()
            .add("object_order", DataTypes.BinaryType)
            .add("state", DataTypes.StringType)
            .add("source_uri", DataTypes.StringType)
            .add("size", DataTypes.LongType)
            .add("version", DataTypes.StringType)
            .add("hint", DataTypes.StringType)
            .add("error_code", DataTypes.StringType)
            .add("error_offset", DataTypes.LongType)
            .add("message", DataTypes.StringType)
            .add("bytes_read", DataTypes.LongType);

    /** Of what is read: the same, and what the header tells. */
    public static final StructType OBJECT = object();

    /** How many columns come before those of the instance. */
    public static final int LISTED_COLUMNS = LISTED.length();

    private ObjectSchema() {}

    private static StructType object() {
        StructType schema = LISTED;
        for (String name : List.of(
                "sop_instance_uid",
                "transfer_syntax_uid",
                "header_digest",
                "warnings",
                "extra",
                "series_instance_uid",
                "study_instance_uid",
                "patient_id",
                "issuer_of_patient_id")) {
            schema = schema.add(name, DataTypes.StringType);
        }
        List<Column> attributes = Stream.of(Columns.INSTANCE, Columns.SERIES, Columns.STUDY, Columns.PATIENT)
                .flatMap(List::stream)
                .toList();
        for (Column column : attributes) {
            schema = schema.add(column.name(), type(column));
        }
        return schema;
    }

    private static DataType type(Column column) {
        return switch (column.kind()) {
            case TEXT, DATE, TIME -> DataTypes.StringType;
            case DECIMAL -> DataTypes.DoubleType;
            case INTEGER -> DataTypes.LongType;
        };
    }
}
