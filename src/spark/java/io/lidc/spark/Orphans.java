package io.lidc.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Leaves out series, studies and patients of which a run has left nothing, since their files hold something else now. */
final class Orphans {
    private static final String STALE =
            "(not exists (select 1 from left_instance where left_instance.sop_instance_uid = all_rows.described_by)"
                    + " or exists (select 1 from left_set_aside where left_set_aside.sop_instance_uid = all_rows.described_by"
                    + " and left_set_aside.outcome = 'SUPERSEDED'))";

    private final SparkSession spark;

    /** @param instances and what is set aside, as they are after the run */
    Orphans(SparkSession spark, Dataset<Row> instances, Dataset<Row> setAside) {
        this.spark = spark;
        instances.createOrReplaceTempView("left_instance");
        setAside.createOrReplaceTempView("left_set_aside");
    }

    Dataset<Row> without(Entity entity, Dataset<Row> rows, Dataset<Row> below) {
        rows.createOrReplaceTempView("all_rows");
        if (entity.table().equals("series")) {
            return spark.sql("select * from all_rows where exists (select 1 from left_instance"
                    + " where left_instance.series_instance_uid = all_rows.series_instance_uid)");
        }
        below.createOrReplaceTempView("below");
        String joined = entity.key().stream()
                .map(key -> "below." + key + " = all_rows." + key)
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
        return spark.sql(
                "select * from all_rows where exists (select 1 from below where " + joined + ") or not " + STALE);
    }
}
