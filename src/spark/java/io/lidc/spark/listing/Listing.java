package io.lidc.spark.listing;

import io.lidc.source.folder.FileUri;
import io.lidc.spark.ExecutorSettings;
import io.lidc.spark.ObjectSchema;
import io.lidc.spark.source.ObjectUri;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Finds what there is to read, level by level: each folder of a level is listed by a task, and what they hold is kept in files before the
 * next level starts, so that a lost executor costs a task and no more.
 */
public final class Listing {
    private static final int FOLDERS_PER_TASK = 32;

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final ExecutorSettings settings;
    private final String stage;
    private final Set<String> entered = new HashSet<>();
    private final List<Row> links = new ArrayList<>();
    private int level;
    private int linksEntered;
    private boolean isBehindLinks;

    /** @param stage URI of a folder that this run has for itself */
    public Listing(SparkSession spark, ExecutorSettings settings, String stage) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.settings = settings;
        this.stage = stage;
    }

    /**
     * What was found.
     *
     * @param listed rows of {@link ObjectSchema#LISTED}: objects to be read, and those that cannot be
     * @param streamed rows of {@link ObjectSchema#OBJECT}: what archives gave while they passed
     */
    public record Found(Dataset<Row> listed, Dataset<Row> streamed) {}

    /**
     * Lists inputs.
     *
     * @throws FileNotFoundException when one of them does not exist
     */
    public Found list(List<String> inputs) throws IOException {
        List<FolderItem> folders = new ArrayList<>();
        for (String input : inputs) {
            folders.add(new FolderItem(Order.ofInput(folders.size()), existing(input), ""));
        }
        descend(folders);
        if (!links.isEmpty()) {
            noteEntered(folders);
        }
        while (!links.isEmpty()) {
            enter(links.remove(0));
        }
        return expanded(found());
    }

    private Dataset<Row> found() {
        return spark.read()
                .schema(ObjectSchema.LISTED)
                .parquet(stage + "/listing")
                .select(columns(ObjectSchema.LISTED));
    }

    private String existing(String input) throws IOException {
        boolean isPath = !input.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
        if (isPath || ObjectUri.isLocal(input)) {
            Path path = isPath ? Path.of(input) : local(input);
            if (!Files.exists(path)) {
                throw new FileNotFoundException("no such folder or file: " + input);
            }
            return path.toAbsolutePath().normalize().toUri().toString();
        }
        org.apache.hadoop.fs.Path path = ObjectUri.path(input);
        FileSystem fileSystem = path.getFileSystem(settings.configuration());
        return ObjectUri.of(fileSystem.getFileStatus(path).getPath());
    }

    private static Path local(String uri) throws FileNotFoundException {
        try {
            return FileUri.path(uri);
        } catch (IllegalArgumentException e) {
            throw new FileNotFoundException("not a path: " + uri);
        }
    }

    private void descend(List<FolderItem> inputs) {
        List<FolderItem> folders = inputs;
        while (!folders.isEmpty()) {
            folders = level(folders);
        }
        links.sort(Comparator.comparing(link -> (byte[]) link.getAs("object_order"), Arrays::compareUnsigned));
    }

    /** The level below. */
    private List<FolderItem> level(List<FolderItem> folders) {
        int tasks = Math.max(
                1, Math.min(folders.size(), Math.max(context.defaultParallelism(), folders.size() / FOLDERS_PER_TASK)));
        String path = stage + "/listing/level=" + level++;
        spark.createDataFrame(
                        context.parallelize(folders, tasks).mapPartitions(new FolderTask(settings)),
                        ObjectSchema.LISTED)
                .write()
                .parquet(path);
        List<FolderItem> below = new ArrayList<>();
        for (Row row : spark.read()
                .schema(ObjectSchema.LISTED)
                .parquet(path)
                .filter(functions.col("state").isin(ObjectSchema.FOLDER, ObjectSchema.LINK))
                .collectAsList()) {
            if (ObjectSchema.LINK.equals(row.getAs("state"))) {
                links.add(row);
            } else if (!isBehindLinks || entered.add(key(row))) {
                below.add(new FolderItem(row.getAs("object_order"), row.getAs("source_uri"), row.getAs("hint")));
            }
        }
        return below;
    }

    /** A folder that lies below its input is entered by its own path only. */
    private void noteEntered(List<FolderItem> inputs) {
        isBehindLinks = true;
        for (FolderItem input : inputs) {
            if (ObjectUri.isLocal(input.uri())) {
                entered.add(ByteBuffer.wrap(input.order()).getInt() + " "
                        + FolderTask.keyOf(Path.of(URI.create(input.uri()))));
            }
        }
        found().filter(functions.col("state").equalTo(ObjectSchema.FOLDER))
                .select("object_order", "version")
                .collectAsList()
                .forEach(folder -> entered.add(key(folder)));
    }

    /** Of a folder within its input. */
    private static String key(Row folder) {
        byte[] order = folder.getAs("object_order");
        return ByteBuffer.wrap(order).getInt() + " " + folder.<String>getAs("version");
    }

    private void enter(Row link) {
        if (entered.add(key(link))) {
            byte[] order = Order.ofLink(link.getAs("object_order"), linksEntered++);
            descend(List.of(new FolderItem(order, link.getAs("source_uri"), "")));
        }
    }

    private Found expanded(Dataset<Row> found) {
        Dataset<Row> archives = found.filter(functions.col("state").equalTo(ObjectSchema.ARCHIVE));
        Dataset<Row> objects = found.filter(functions.not(
                functions.col("state").isin(ObjectSchema.ARCHIVE, ObjectSchema.FOLDER, ObjectSchema.LINK)));
        long count = archives.count();
        String path = stage + "/archives";
        if (count == 0) {
            return new Found(objects, spark.createDataFrame(List.of(), ObjectSchema.OBJECT));
        }
        archives.repartition((int) Math.min(count, 10_000), functions.col("object_order"))
                .mapPartitions(new ArchiveTask(settings), Encoders.row(ObjectSchema.OBJECT))
                .write()
                .parquet(path);
        Dataset<Row> entries = spark.read().schema(ObjectSchema.OBJECT).parquet(path);
        Dataset<Row> unread = entries.filter(functions.col("state").equalTo(ObjectSchema.UNREAD))
                .select(columns(ObjectSchema.LISTED));
        return new Found(
                objects.unionByName(unread),
                entries.filter(functions.col("state").notEqual(ObjectSchema.UNREAD)));
    }

    private static Column[] columns(StructType schema) {
        return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    }
}
