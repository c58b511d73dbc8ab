package io.lidc.report;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** How fast runs were. */
final class Throughput {
    private Throughput() {}

    /** The runs with two columns more: how many seconds each took, and how many objects it went through in one. */
    static Table added(Table runs) {
        List<String> columns = new ArrayList<>(runs.columns());
        columns.add("seconds");
        columns.add("objects_per_second");
        List<Boolean> numeric = new ArrayList<>(runs.numeric());
        numeric.add(true);
        numeric.add(true);
        int started = runs.columns().indexOf("started_at");
        int finished = runs.columns().indexOf("finished_at");
        int discovered = runs.columns().indexOf("discovered");
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> run : runs.rows()) {
            Long seconds = seconds(run.get(started), run.get(finished));
            List<Object> row = new ArrayList<>(run);
            row.add(seconds);
            // Times are kept to the second: what took less has no speed to speak of.
            row.add(
                    seconds == null || seconds == 0
                            ? null
                            : (Object) Math.round(((Number) run.get(discovered)).doubleValue() / seconds));
            rows.add(row);
        }
        return new Table(columns, numeric, rows, runs.total());
    }

    private static Long seconds(Object started, Object finished) {
        if (started == null || finished == null) {
            return null;
        }
        try {
            return Duration.between(Instant.parse(started.toString()), Instant.parse(finished.toString()))
                    .toSeconds();
        } catch (DateTimeParseException e) {
            // A row that something else wrote.
            return null;
        }
    }
}
