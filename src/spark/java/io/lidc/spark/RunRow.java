package io.lidc.spark;

import io.lidc.model.Outcome;
import io.lidc.model.RunState;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The row of a run in the table of runs. */
final class RunRow {
    private RunRow() {}

    /** Of a run that has just ended. */
    static Row of(Stamp start, List<String> sources, RunTotals totals, String application) {
        Timestamp now = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Map<String, Object> values = new HashMap<>();
        values.put("run_id", start.runId());
        values.put("sources", String.join("\n", sources));
        values.put("started_at", Timestamp.from(start.time()));
        values.put("finished_at", now);
        values.put("state", RunState.COMPLETED.name());
        values.put("discovered", totals.discovered());
        for (Outcome outcome : Outcome.values()) {
            values.put(outcome.column(), totals.count(outcome));
        }
        values.put("bytes_read", totals.bytesRead());
        values.put("owner", application);
        values.put("heartbeat_at", now);
        return RowFactory.create(
                TableSchema.columns("run").stream().map(values::get).toArray());
    }
}
