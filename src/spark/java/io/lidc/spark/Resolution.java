package io.lidc.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Decides between objects that have a SOP Instance UID in common. Those that have theirs alone are stored, and are most: only the others
 * are brought together.
 */
final class Resolution {
    private final Snapshot previous;
    private final String runId;

    Resolution(Snapshot previous, String runId) {
        this.previous = previous;
        this.runId = runId;
    }

    /**
     * The decisions, as rows of {@link SameUid#DECISIONS}.
     *
     * @param objects rows of {@link ObjectSchema#OBJECT} and {@code seen_before}, that were read by this run
     */
    Dataset<Row> of(Dataset<Row> objects) {
        Dataset<Row> reads =
                objects.filter(col("state").equalTo(ObjectSchema.READ)).withColumn("run_id", lit(runId));
        Dataset<Row> repeated = reads.groupBy("sop_instance_uid")
                .count()
                .filter(col("count").gt(1))
                .select("sop_instance_uid");
        Dataset<Row> contenders = previous.isEmpty() ? contenders(reads, repeated) : withRecord(reads, repeated);
        return contenders
                .groupByKey((MapFunction<Row, String>) row -> row.getAs("sop_instance_uid"), Encoders.STRING())
                .flatMapGroups(new SameUid(), Encoders.row(SameUid.DECISIONS));
    }

    private static Dataset<Row> contenders(Dataset<Row> reads, Dataset<Row> uids) {
        return reads.join(uids, new String[] {"sop_instance_uid"}, "left_semi")
                .select(Contender.columns(Contender.OBJECT));
    }

    private Dataset<Row> withRecord(Dataset<Row> reads, Dataset<Row> repeated) {
        Dataset<Row> instances = previous.table("instance");
        Dataset<Row> reread = reads.filter(col("seen_before"))
                .select(col("source_uri"), col("sop_instance_uid").as("present_uid"));
        Dataset<Row> cleared = instances
                .join(reread, "source_uri")
                .filter(col("sop_instance_uid").notEqual(col("present_uid")))
                .select("sop_instance_uid")
                .distinct();
        Dataset<Row> uids = repeated.union(
                        instances.select("sop_instance_uid").join(reads.select("sop_instance_uid"), "sop_instance_uid"))
                .union(cleared)
                .distinct();
        Dataset<Row> onRecord =
                instances.withColumn("object_order", lit(null).cast("binary")).join(uids, "sop_instance_uid");
        Dataset<Row> copies = previous.table("set_aside")
                .filter(col("outcome").equalTo("DUPLICATE"))
                .join(cleared, "sop_instance_uid")
                .join(reread.select("source_uri"), new String[] {"source_uri"}, "left_anti");
        return contenders(reads, uids)
                .unionByName(onRecord.join(cleared, new String[] {"sop_instance_uid"}, "left_anti")
                        .select(Contender.columns(Contender.STORED)))
                .unionByName(onRecord.join(cleared, "sop_instance_uid").select(Contender.columns(Contender.CLEARED)))
                .unionByName(copies.withColumn("role", lit(Contender.COPY)), true);
    }
}
