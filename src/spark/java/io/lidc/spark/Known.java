package io.lidc.spark;

import io.lidc.source.Presence;
import io.lidc.source.StoredLocations;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Which of the objects that were found the previous snapshot knows, by the rules of the store. */
final class Known {
    private static final String SAME = """
            select found.*, instances.instances, case
              when aside.source_uri is not null then
                aside.size = found.size and aside.version = found.version and found.version <> 'unread' and case aside.outcome
                  when 'FAILED' then not %s
                  when 'SKIPPED' then false
                  when 'DUPLICATE' then held.source_uri is not null and not is_gone(held.source_uri)
                  else true
                end
              else instances.same
            end as same
            from found
            left join (
              select found.object_order, count(*) as instances,
                bool_or(instance.size = found.size and instance.version = found.version) as same
              from found
              join previous_instance instance on instance.source_uri = found.source_uri
              group by found.object_order
            ) instances on instances.object_order = found.object_order
            left join previous_set_aside aside on aside.source_uri = found.source_uri and aside.outcome <> 'SUPERSEDED'
            left join previous_instance held
              on aside.outcome = 'DUPLICATE' and held.sop_instance_uid = aside.sop_instance_uid
            """;

    private Known() {}

    /**
     * Adds a column {@code same}: null for what is new, true for what is known in this size and version, false for what is to be read
     * again. A location that is found twice is known the second time.
     *
     * @param severalInputs whether one location can be found twice
     */
    static Dataset<Row> mark(Dataset<Row> found, Snapshot previous, boolean retryFailed, boolean severalInputs) {
        Dataset<Row> marked = previous.isEmpty()
                ? found.withColumn("same", functions.lit(null).cast(DataTypes.BooleanType))
                : look(found, previous, retryFailed);
        if (!severalInputs) {
            return marked;
        }
        return marked.withColumn(
                        "nth", functions.expr("row_number() over (partition by source_uri order by object_order)"))
                .withColumn("same", functions.expr("case when nth > 1 then true else same end"))
                .drop("nth");
    }

    private static Dataset<Row> look(Dataset<Row> found, Snapshot previous, boolean retryFailed) {
        SparkSession spark = previous.spark();
        spark.udf()
                .register(
                        "is_gone",
                        (UDF1<String, Boolean>) uri -> StoredLocations.presence(uri) == Presence.GONE,
                        DataTypes.BooleanType);
        found.createOrReplaceTempView("found");
        previous.table("instance").createOrReplaceTempView("previous_instance");
        previous.table("set_aside").createOrReplaceTempView("previous_set_aside");
        return spark.sql(String.format(SAME, retryFailed)).drop("instances");
    }
}
