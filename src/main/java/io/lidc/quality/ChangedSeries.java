package io.lidc.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which CT series are to be checked: those that runs have changed since the last check, and those that have never been checked.
 *
 * @param runs how many instances each of those runs had stored when it was asked
 */
record ChangedSeries(Map<String, Long> runs, List<CtSeries> series) {
    /** A run that was killed is among them, and one that goes on: it has stored more than at its last check. */
    private static final String RUNS = """
            select run.run_id, run.stored from run
            left join series_quality_run checked on checked.run_id = run.run_id
            where run.stored > coalesce(checked.stored, 0)
            """;

    /** What a run has written or taken from a series is found by a scan: an index on the run would slow each insert. */
    private static final String CHANGED = """
            select series_instance_uid, patient_position from series where modality = 'CT' and series_instance_uid in (
              select series_instance_uid from instance where run_id in (select run_id from (%1$s) changed)
              union select series_instance_uid from set_aside
                where outcome = 'SUPERSEDED' and run_id in (select run_id from (%1$s) changed))
            """.formatted(RUNS);

    private static final String UNCHECKED = """
            select series.series_instance_uid, series.patient_position from series
            left join series_quality checked on checked.series_instance_uid = series.series_instance_uid
            where series.modality = 'CT' and checked.series_instance_uid is null
            """;

    private static final String MARK = """
            insert into series_quality_run (run_id, stored) values (?, ?)
            on conflict (run_id) do update set stored = excluded.stored
            """;

    /** Asks the database; the scan is spared where no run has stored anything since the last check. */
    static ChangedSeries find(Connection connection) throws SQLException {
        Map<String, Long> runs = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RUNS)) {
            while (rows.next()) {
                runs.put(rows.getString(1), rows.getLong(2));
            }
        }
        String changed = runs.isEmpty() ? UNCHECKED : CHANGED + "union " + UNCHECKED;
        List<CtSeries> series = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(changed + "order by 1")) {
            while (rows.next()) {
                series.add(new CtSeries(rows.getString(1), rows.getString(2)));
            }
        }
        return new ChangedSeries(runs, series);
    }

    /** Puts on record that all of them have been checked. What runs have stored meanwhile is left for the next check. */
    void markChecked(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            for (Map.Entry<String, Long> run : runs.entrySet()) {
                statement.setString(1, run.getKey());
                statement.setLong(2, run.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
