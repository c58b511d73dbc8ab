package io.lidc.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes the tables of a snapshot: sorted, so that readers who ask for a series skip most of a file, in files of usual size. */
final class TableWriter {
    private static final long FILE_BYTES = 128L << 20;
    /** With fewer rows, several files of one table are not worth it. */
    private static final long MIN_ROWS = 50_000;

    private static final String MODALITY = "modality";

    private final String location;
    private final int parallelism;

    /** @param location URI of the snapshot */
    TableWriter(String location, int parallelism) {
        this.location = location;
        this.parallelism = parallelism;
    }

    /** A folder for each modality. */
    void writeByModality(String table, Dataset<Row> rows, int files, String... order) {
        Column[] sorted = columns(MODALITY, order);
        rows.repartitionByRange(files, sorted)
                .sortWithinPartitions(sorted)
                .write()
                .partitionBy(MODALITY)
                .parquet(location + "/" + table);
    }

    void write(String table, Dataset<Row> rows, int files, String... order) {
        Column[] sorted = columns(order[0], order);
        Dataset<Row> few = files == 1 ? rows.coalesce(1) : rows.repartitionByRange(files, sorted);
        few.sortWithinPartitions(sorted).write().parquet(location + "/" + table);
    }

    private static Column[] columns(String first, String... further) {
        List<String> names = new ArrayList<>(List.of(further));
        if (!names.contains(first)) {
            names.add(0, first);
        }
        return names.stream().map(functions::col).toArray(Column[]::new);
    }

    /** How many files rows of so many bytes go to. */
    int files(long rows, long bytes) {
        long bySize = bytes / FILE_BYTES + 1;
        long byRows = Math.min(parallelism, rows / MIN_ROWS + 1);
        return (int) Math.min(Integer.MAX_VALUE, Math.max(bySize, byRows));
    }

    /** Adds the modality of its series to each instance. */
    static Dataset<Row> withModality(Dataset<Row> instances, Dataset<Row> series) {
        Dataset<Row> modalities = series.select(col("series_instance_uid"), col(MODALITY));
        return instances.join(modalities, new String[] {"series_instance_uid"}, "left");
    }
}
