package io.lidc.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The rows of {@code set_aside}: of objects that gave no instance of their own, and of past states. */
final class SetAsideRows {
    private static final String[] BY_LOCATION = {"source_uri"};
    /** Of an object in an archive: the folder of the archive. */
    private static final String FOLDER_OF_OBJECT =
            "regexp_replace(regexp_replace(source_uri, '^archive:|!/.*$', ''), '[^/]+$', '')";

    private static final String[] BY_STATE = {"source_uri", "version", "header_digest"};

    private final Snapshot previous;
    private final Stamp stamp;

    SetAsideRows(Snapshot previous, Stamp stamp) {
        this.previous = previous;
        this.stamp = stamp;
    }

    /**
     * All rows of the table.
     *
     * @param objects with {@code outcome}, {@code decided} (words about it) and {@code seen_before}
     * @param listed the {@code source_uri} of whatever was found
     * @param decisions rows of {@link SameUid#DECISIONS}
     */
    Dataset<Row> of(Dataset<Row> objects, Dataset<Row> listed, Dataset<Row> decisions) {
        Dataset<Row> own = stamped(objects.filter(functions.not(col("outcome").isin("STORED", "UNCHANGED")))
                .withColumn("message", coalesce(col("decided"), col("message"))));
        Dataset<Row> others = decisions
                .filter(col("kind").equalTo(SameUid.SET_ASIDE))
                .withColumn("error_code", lit(null).cast("string"))
                .withColumn("error_offset", lit(null).cast("bigint"));
        Dataset<Row> copies = stamped(others.filter(col("outcome").notEqual(SameUid.SUPERSEDED)))
                .join(own.select("source_uri"), BY_LOCATION, "left_anti");
        Dataset<Row> past = stamped(others.filter(col("outcome").equalTo(SameUid.SUPERSEDED)));
        Dataset<Row> present = own.unionByName(copies);
        return previous.isEmpty() ? present.unionByName(past) : withRecord(objects, listed, decisions, present, past);
    }

    private Dataset<Row> stamped(Dataset<Row> rows) {
        return select(rows.withColumn("source_key", Stamp.sourceKey())
                .withColumn("run_id", stamp.run())
                .withColumn("stored_at", stamp.storedAt())
                .withColumn("attempts", lit(1L)));
    }

    private static Dataset<Row> select(Dataset<Row> rows) {
        return rows.select(
                TableSchema.columns("set_aside").stream().map(functions::col).toArray(Column[]::new));
    }

    private Dataset<Row> withRecord(
            Dataset<Row> objects,
            Dataset<Row> listed,
            Dataset<Row> decisions,
            Dataset<Row> present,
            Dataset<Row> past) {
        Dataset<Row> before = previous.table("set_aside");
        Dataset<Row> pastBefore = before.filter(col("outcome").equalTo(SameUid.SUPERSEDED));
        Dataset<Row> outdated = objects.filter(col("seen_before"))
                .select("source_uri")
                .union(present.select("source_uri"))
                .union(decisions.filter(col("kind").equalTo(SameUid.FORGOTTEN)).select("source_uri"))
                .union(listedNow(before, listed));
        Dataset<Row> kept =
                before.filter(col("outcome").notEqual(SameUid.SUPERSEDED)).join(outdated, BY_LOCATION, "left_anti");
        Dataset<Row> newPast =
                past.join(pastBefore.select("source_uri", "version", "header_digest"), BY_STATE, "left_anti");
        return select(counted(present, before))
                .unionByName(select(kept))
                .unionByName(pastBefore)
                .unionByName(select(newPast));
    }

    /** Folders that could not be listed once, and from which something was listed now. */
    private static Dataset<Row> listedNow(Dataset<Row> before, Dataset<Row> listed) {
        Dataset<Row> folders = before.filter(
                        col("size").equalTo(-1).and(col("outcome").equalTo("FAILED")))
                .select(col("source_uri").as("folder"));
        // A folder that failed again is not below itself. What is compared are folders, which are few beside their
        // objects.
        return listed.filter(functions.not(col("source_uri").endsWith("/")))
                .select(functions.expr(FOLDER_OF_OBJECT).as("parent"))
                .distinct()
                .join(
                        functions.broadcast(folders),
                        functions.expr("startswith(parent, concat(trim(trailing '/' from folder), '/'))"))
                .select(col("folder").as("source_uri"))
                .distinct();
    }

    /** An object that failed before in the same state has one attempt more. */
    private static Dataset<Row> counted(Dataset<Row> present, Dataset<Row> before) {
        Dataset<Row> failed = before.filter(col("outcome").equalTo("FAILED"))
                .select(
                        col("source_uri").as("failed_uri"),
                        col("size").as("failed_size"),
                        col("version").as("failed_version"),
                        col("attempts").as("failed_attempts"));
        Column again = col("source_uri")
                .equalTo(col("failed_uri"))
                .and(col("outcome").equalTo("FAILED"))
                .and(col("size").equalTo(col("failed_size")))
                .and(col("version").equalTo(col("failed_version")));
        return present.join(failed, again, "left")
                .withColumn(
                        "attempts",
                        when(
                                        col("failed_uri").isNotNull(),
                                        col("failed_attempts").plus(1))
                                .otherwise(col("attempts")));
    }
}
