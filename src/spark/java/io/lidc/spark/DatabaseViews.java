package io.lidc.spark;

import io.lidc.store.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of a snapshot or of an export by their names, and the views of the database over them, so that Spark SQL answers what the
 * database answers.
 */
public final class DatabaseViews {
    private static final List<String> MIGRATIONS =
            List.of("/db/migration/common/V3__views.sql", "/db/migration/common/V5__views.sql");
    private static final Pattern VIEW = Pattern.compile("(?s)create view (\\w+) as(.*?);");

    private DatabaseViews() {}

    /**
     * Registers them as temporary views of a session.
     *
     * @param folder URI of a job's output, of one of its snapshots, or of what {@code lidc export} has written as Parquet
     * @throws IOException when the folder is unavailable
     */
    public static void register(SparkSession spark, String folder) throws IOException {
        SnapshotFolder output = new SnapshotFolder(folder, spark.sparkContext().hadoopConfiguration());
        String tables = output.current().orElse(folder);
        for (String table : TableSchema.ALL) {
            table(spark, tables, table).createOrReplaceTempView(table);
        }
        for (String migration : MIGRATIONS) {
            Matcher views = VIEW.matcher(text(migration));
            while (views.find()) {
                spark.sql("create or replace temporary view " + views.group(1) + " as" + inSparkSql(views.group(2)));
            }
        }
    }

    /** A table: a folder of a snapshot, a folder or a file of an export. */
    static Dataset<Row> table(SparkSession spark, String folder, String table) throws IOException {
        StructType schema = TableSchema.of(table);
        Path divided = new Path(folder, table);
        FileSystem fileSystem = divided.getFileSystem(spark.sparkContext().hadoopConfiguration());
        String path = fileSystem.exists(divided) ? divided.toString() : divided + ".parquet";
        return spark.read().schema(schema).parquet(path);
    }

    private static String inSparkSql(String view) {
        return view.replace(" as text)", " as string)");
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = Schema.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
