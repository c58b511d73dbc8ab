package io.lidc.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.lidc.ingest.RunId;
import io.lidc.metadata.DeidentificationState;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.model.Outcome;
import io.lidc.spark.listing.Listing;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/**
 * One run: lists, reads what is new, decides between objects with the same UID, and writes a snapshot. Each step leaves its result in
 * files that the next one reads, so that a lost executor costs its tasks and no more, and an object is read once.
 */
final class Job {
    private static final Pattern LOCAL = Pattern.compile("local\\[[^,]*,\\s*(\\d+)]");
    private static final int MAX_TASKS = 100_000;

    private final SparkSession spark;
    private final JobOptions options;
    private final ExecutorSettings settings;
    private final SnapshotFolder folder;

    Job(SparkSession spark, JobOptions options) throws IOException {
        this.spark = spark;
        this.options = options;
        this.folder = new SnapshotFolder(options.output(), spark.sparkContext().hadoopConfiguration());
        this.settings = new ExecutorSettings(
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()),
                options.firstRead(),
                options.readers(),
                options.attributes() == null ? ExtraAttributes.NONE : ExtraAttributes.load(options.attributes()),
                options.privacy(),
                options.privacyKey(),
                maxAttempts());
    }

    private int maxAttempts() {
        String master = spark.sparkContext().master();
        if (master.startsWith("local") && !master.startsWith("local-cluster")) {
            Matcher matcher = LOCAL.matcher(master);
            return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
        }
        return Integer.parseInt(spark.sparkContext().getConf().get("spark.task.maxFailures", "4"));
    }

    /**
     * Works through the inputs.
     *
     * @return the totals, as they are on record
     * @throws IOException when an input does not exist, or the output cannot be written
     */
    RunTotals run() throws IOException {
        String runId = RunId.next();
        Optional<String> current = folder.current();
        try {
            RunTotals totals = run(Stamp.of(runId), Snapshot.of(spark, current));
            folder.commit(runId, current);
            folder.keep(options.keep());
            return totals;
        } finally {
            endOf(runId);
        }
    }

    /** Whether a pointer was written whose acknowledgement got lost is for the pointer to tell. */
    private void endOf(String runId) throws IOException {
        try {
            if (!folder.current().equals(Optional.of(folder.snapshot(runId)))) {
                folder.discard(runId);
            }
        } finally {
            folder.removeStaging(runId);
        }
    }

    private RunTotals run(Stamp stamp, Snapshot previous) throws IOException {
        requireSamePrivacy(previous);
        String stage = folder.staging(stamp.runId());
        Listing.Found found = new Listing(spark, settings, stage).list(options.inputs());
        boolean several = options.inputs().size() > 1;
        Dataset<Row> listed = marked(found.listed(), previous, several, stage + "/known-listed");
        Dataset<Row> streamed = marked(found.streamed(), previous, several, stage + "/known-streamed");
        long discovered = found.listed().count() + found.streamed().count();
        long unchanged = listed.filter(col("same")).count()
                + streamed.filter(col("same")).count();
        Dataset<Row> objects = read(listed, streamed, stage + "/objects", previous.isEmpty());
        String decided = stage + "/decisions";
        new Resolution(previous, stamp.runId()).of(objects).write().parquet(decided);
        Dataset<Row> decisions = spark.read().schema(SameUid.DECISIONS).parquet(decided);
        Dataset<Row> outcomes = outcomes(objects, decisions);
        RunTotals totals = RunTotals.of(discovered, unchanged, outcomes);
        Dataset<Row> present =
                found.listed().select("source_uri").union(found.streamed().select("source_uri"));
        new Tables(previous, stamp, folder).write(outcomes, present, decisions, totals, options, privacy());
        return totals;
    }

    private Dataset<Row> marked(Dataset<Row> found, Snapshot previous, boolean several, String kept) {
        Dataset<Row> marked = Known.mark(found, previous, options.retryFailed(), several);
        if (previous.isEmpty() && !several) {
            return marked;
        }
        marked.write().parquet(kept);
        return spark.read().schema(marked.schema()).parquet(kept);
    }

    /** Those objects that are not known in their state, with what their headers tell, and {@code seen_before}. */
    private Dataset<Row> read(Dataset<Row> listed, Dataset<Row> streamed, String kept, boolean isFirst) {
        Column isNews = coalesce(not(col("same")), lit(true));
        Dataset<Row> unread =
                listed.filter(col("state").equalTo(ObjectSchema.UNREAD).and(isNews));
        long count = unread.count();
        unread.select(listedColumns())
                .repartitionByRange(tasks(count), col("object_order"))
                .mapPartitions(new ReadTask(settings), Encoders.row(ObjectSchema.OBJECT))
                .write()
                .parquet(kept);
        Dataset<Row> read = seenBefore(spark.read().schema(ObjectSchema.OBJECT).parquet(kept), unread, isFirst);
        Column seenBefore = col("same").isNotNull();
        Dataset<Row> unavailable = listed.filter(
                        not(col("state").equalTo(ObjectSchema.UNREAD)).and(isNews))
                .withColumn("seen_before", seenBefore)
                .drop("same", "hint");
        Dataset<Row> passed =
                streamed.filter(isNews).withColumn("seen_before", seenBefore).drop("same");
        return read.unionByName(unavailable, true).unionByName(passed, true);
    }

    private static Dataset<Row> seenBefore(Dataset<Row> read, Dataset<Row> unread, boolean isFirst) {
        if (isFirst) {
            return read.withColumn("seen_before", lit(false));
        }
        Dataset<Row> seen = unread.filter(col("same").isNotNull())
                .select(col("object_order"), lit(true).as("seen"));
        return read.join(seen, new String[] {"object_order"}, "left")
                .withColumn("seen_before", coalesce(col("seen"), lit(false)))
                .drop("seen");
    }

    private static Column[] listedColumns() {
        return Arrays.stream(ObjectSchema.LISTED.fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
    }

    private int tasks(long objects) {
        long wanted = objects / options.objectsPerTask() + 1;
        return (int) Math.min(MAX_TASKS, Math.max(wanted, spark.sparkContext().defaultParallelism()));
    }

    private static Dataset<Row> outcomes(Dataset<Row> objects, Dataset<Row> decisions) {
        Dataset<Row> decided = decisions
                .filter(col("kind").equalTo(SameUid.OUTCOME))
                .select(
                        col("object_order"),
                        col("outcome").as("decision"),
                        col("message").as("decided"));
        Column undecided = when(col("state").equalTo(ObjectSchema.READ), lit(Outcome.STORED.name()))
                .otherwise(col("state"));
        return decided.isEmpty()
                ? objects.withColumn("outcome", undecided)
                        .withColumn("decided", lit(null).cast("string"))
                : objects.join(decided, new String[] {"object_order"}, "left")
                        .withColumn("outcome", coalesce(col("decision"), undecided));
    }

    private String privacy() {
        return settings.deidentification().state().text();
    }

    private void requireSamePrivacy(Snapshot previous) throws IOException {
        if (previous.isEmpty()) {
            return;
        }
        List<Row> before = previous.setting("privacy");
        String recorded = before.isEmpty()
                ? DeidentificationState.KEPT.text()
                : before.get(0).getString(0);
        if (!recorded.equals(privacy())) {
            throw new IOException("the snapshot before is de-identified in another way: " + recorded
                    + "; name another output, or the same --privacy");
        }
    }
}
