package io.lidc.spark;

import static org.apache.spark.sql.functions.col;

import io.lidc.model.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What a run has come to.
 *
 * @param discovered objects that were listed
 * @param outcomes how many ended as which outcome
 */
record RunTotals(long discovered, Map<Outcome, Long> outcomes, long bytesRead) {

    /**
     * Counts.
     *
     * @param objects with {@code outcome}, that were not known before
     * @throws UnbalancedException when an object has no outcome
     */
    static RunTotals of(long discovered, long unchanged, Dataset<Row> objects) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        if (unchanged > 0) {
            outcomes.put(Outcome.UNCHANGED, unchanged);
        }
        long bytes = 0;
        for (Row row : objects.groupBy("outcome")
                .agg(
                        functions.count(functions.lit(1)).as("objects"),
                        functions.sum(col("bytes_read")).as("bytes"))
                .collectAsList()) {
            outcomes.merge(Outcome.valueOf(row.getString(0)), row.getLong(1), Long::sum);
            bytes += row.getLong(2);
        }
        long accounted = outcomes.values().stream().mapToLong(Long::longValue).sum();
        if (accounted != discovered) {
            throw new UnbalancedException(discovered, accounted);
        }
        return new RunTotals(discovered, outcomes, bytes);
    }

    long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
