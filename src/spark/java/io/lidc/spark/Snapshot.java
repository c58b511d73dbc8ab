package io.lidc.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of a snapshot.
 *
 * @param location URI of its folder; null for an empty one
 */
record Snapshot(SparkSession spark, String location) {

    /** The one of a folder that counts; an empty one where there is none. */
    static Snapshot of(SparkSession spark, Optional<String> location) {
        return new Snapshot(spark, location.orElse(null));
    }

    boolean isEmpty() {
        return location == null;
    }

    /** A table, with the columns that the database has. */
    Dataset<Row> table(String name) {
        StructType schema = TableSchema.of(name);
        if (isEmpty()) {
            return spark.createDataFrame(List.of(), schema);
        }
        return spark.read().schema(schema).parquet(location + "/" + name);
    }

    /** The value of a setting that holds for all rows; no row where there is none. */
    List<Row> setting(String name) {
        return spark.read()
                .parquet(location + "/database_setting")
                .filter(functions.col("name").equalTo(name))
                .select("value")
                .collectAsList();
    }
}
