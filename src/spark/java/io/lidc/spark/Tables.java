package io.lidc.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.lidc.model.Outcome;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes the tables of a run's snapshot: what the run has found, with what the previous snapshot holds. */
final class Tables {
    /** About what a row of an instance takes in a file. */
    private static final long INSTANCE_BYTES = 150;

    private static final StructType SETTING =
            new StructType().add("name", DataTypes.StringType).add("value", DataTypes.StringType);

    private final SparkSession spark;
    private final Snapshot previous;
    private final Stamp stamp;
    private final String location;
    private final TableWriter writer;

    Tables(Snapshot previous, Stamp stamp, SnapshotFolder folder) {
        this.spark = previous.spark();
        this.previous = previous;
        this.stamp = stamp;
        this.location = folder.snapshot(stamp.runId());
        this.writer = new TableWriter(location, spark.sparkContext().defaultParallelism());
    }

    /**
     * Writes them.
     *
     * @param objects with {@code outcome}, that were not known before
     * @param present the {@code source_uri} of whatever was found, known or not
     */
    void write(
            Dataset<Row> objects,
            Dataset<Row> present,
            Dataset<Row> decisions,
            RunTotals totals,
            JobOptions options,
            String privacy) {
        Dataset<Row> stored = marked(objects.filter(col("outcome").equalTo("STORED")));
        writer.write("set_aside", new SetAsideRows(previous, stamp).of(objects, present, decisions), 1, "source_uri");
        writeEntities(stored, decisions);
        Dataset<Row> instances = new InstanceRows(previous, stamp).of(stored, decisions);
        long rows = previous.isEmpty()
                ? totals.count(Outcome.STORED)
                : previous.table("instance").count() + totals.count(Outcome.STORED);
        writer.writeByModality(
                "instance",
                TableWriter.withModality(instances, written("series")),
                writer.files(rows, rows * INSTANCE_BYTES),
                "series_instance_uid",
                "sop_instance_uid");
        writeRun(totals, options);
        writer.write(
                "database_setting",
                spark.createDataFrame(List.of(RowFactory.create("privacy", privacy)), SETTING),
                1,
                "name");
    }

    private Dataset<Row> written(String table) {
        return spark.read().schema(TableSchema.of(table)).parquet(location + "/" + table);
    }

    private Dataset<Row> marked(Dataset<Row> stored) {
        if (previous.isEmpty()) {
            return stored.withColumn("is_new", lit(true));
        }
        Dataset<Row> had = previous.table("instance")
                .select(col("sop_instance_uid"), lit(true).as("had"));
        return stored.join(had, new String[] {"sop_instance_uid"}, "left")
                .withColumn("is_new", col("had").isNull())
                .drop("had");
    }

    private void writeEntities(Dataset<Row> stored, Dataset<Row> decisions) {
        boolean superseded =
                !decisions.filter(col("outcome").equalTo(SameUid.SUPERSEDED)).isEmpty();
        Orphans orphans = superseded
                ? new Orphans(spark, new InstanceRows(previous, stamp).of(stored, decisions), written("set_aside"))
                : null;
        Dataset<Row> below = null;
        for (Entity entity : Entity.ALL) {
            Dataset<Row> rows = new EntityRows(entity, previous).of(stored);
            if (orphans != null) {
                rows = orphans.without(entity, rows, below);
            }
            String[] key = entity.key().toArray(String[]::new);
            if (entity.table().equals("series")) {
                writer.writeByModality("series", rows, 1, key);
            } else {
                writer.write(entity.table(), rows, 1, key);
            }
            below = written(entity.table());
        }
    }

    private void writeRun(RunTotals totals, JobOptions options) {
        Row row =
                RunRow.of(stamp, options.inputs(), totals, spark.sparkContext().applicationId());
        Dataset<Row> runs =
                previous.table("run").unionByName(spark.createDataFrame(List.of(row), TableSchema.of("run")));
        writer.write("run", runs, 1, "run_id");
    }
}
