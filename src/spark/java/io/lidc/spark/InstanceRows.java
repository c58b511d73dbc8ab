package io.lidc.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The rows of {@code instance}. */
final class InstanceRows {
    private static final String[] BY_UID = {"sop_instance_uid"};

    private final Snapshot previous;
    private final Stamp stamp;

    InstanceRows(Snapshot previous, Stamp stamp) {
        this.previous = previous;
        this.stamp = stamp;
    }

    /**
     * All rows of the table.
     *
     * @param stored objects whose instances this run has stored
     * @param decisions rows of {@link SameUid#DECISIONS}
     */
    Dataset<Row> of(Dataset<Row> stored, Dataset<Row> decisions) {
        Dataset<Row> own = select(stored.withColumn("source_key", Stamp.sourceKey())
                .withColumn("run_id", stamp.run())
                .withColumn("stored_at", stamp.storedAt()));
        return previous.isEmpty() ? own : own.unionByName(onRecord(decisions));
    }

    private Dataset<Row> onRecord(Dataset<Row> decisions) {
        Dataset<Row> dropped =
                decisions.filter(col("kind").equalTo(SameUid.DROPPED)).select("sop_instance_uid");
        Dataset<Row> moved = decisions
                .filter(col("kind").equalTo(SameUid.MOVED))
                .select(
                        col("sop_instance_uid"),
                        col("source_uri").as("moved_uri"),
                        col("size").as("moved_size"),
                        col("version").as("moved_version"));
        Column isMoved = col("moved_uri").isNotNull();
        return select(previous.table("instance")
                .join(dropped, BY_UID, "left_anti")
                .join(moved, BY_UID, "left")
                .withColumn("source_uri", coalesce(col("moved_uri"), col("source_uri")))
                .withColumn("size", coalesce(col("moved_size"), col("size")))
                .withColumn("version", coalesce(col("moved_version"), col("version")))
                .withColumn("source_key", Stamp.sourceKey())
                .withColumn("run_id", when(isMoved, stamp.run()).otherwise(col("run_id")))
                .withColumn("stored_at", when(isMoved, stamp.storedAt()).otherwise(col("stored_at"))));
    }

    private static Dataset<Row> select(Dataset<Row> rows) {
        return rows.select(
                TableSchema.columns("instance").stream().map(functions::col).toArray(Column[]::new));
    }
}
