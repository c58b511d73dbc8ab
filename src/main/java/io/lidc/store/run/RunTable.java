package io.lidc.store.run;

import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of runs and what they came to. */
public final class RunTable {
    private static final String ADD = "update run set heartbeat_at = ?,"
            // A run that was taken for abandoned goes on.
            + " state = case when state = '" + AbandonedRuns.STATE + "' then 'RUNNING' else state end,"
            + " discovered = discovered + ?, bytes_read = bytes_read + ?, "
            + Arrays.stream(Outcome.values())
                    .map(outcome -> outcome.column() + " = " + outcome.column() + " + ?")
                    .collect(Collectors.joining(", "))
            + " where run_id = ?";
    private static final String ADD_MISSING = addInstances("run_missing", "keyword");
    private static final String ADD_WARNING = addInstances("run_warning", "code");

    private RunTable() {}

    /** Records that a run begins. */
    public static void begin(Connection connection, String runId, String sources) throws SQLException {
        String sql = "insert into run (run_id, sources, started_at, heartbeat_at, owner, state)"
                + " values (?, ?, ?, ?, ?, 'RUNNING')";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, runId);
            statement.setString(2, sources);
            String now = Stamp.now();
            statement.setString(3, now);
            statement.setString(4, now);
            statement.setString(5, RunOwner.current().text());
            statement.executeUpdate();
        }
    }

    /** Tells other processes that this one still works on it. */
    public static void beat(Connection connection, String runId) throws SQLException {
        String sql = "update run set heartbeat_at = ? where run_id = ? and state = 'RUNNING'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Stamp.now());
            statement.setString(2, runId);
            statement.executeUpdate();
        }
    }

    /** Adds the totals of a chunk to those of its run. */
    public static void add(Connection connection, Stamp stamp, Totals totals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            int parameter = 1;
            statement.setString(parameter++, stamp.storedAt());
            statement.setLong(parameter++, totals.discovered());
            statement.setLong(parameter++, totals.bytesRead());
            for (Outcome outcome : Outcome.values()) {
                statement.setLong(parameter++, totals.count(outcome));
            }
            statement.setString(parameter, stamp.runId());
            if (statement.executeUpdate() != 1) {
                throw new SQLException("run " + stamp.runId() + " is not in the table of runs");
            }
        }
        addInstances(connection, ADD_MISSING, stamp.runId(), totals.missing());
        addInstances(connection, ADD_WARNING, stamp.runId(), totals.warnings());
    }

    /** Records that a run has ended, and how. */
    public static void end(Connection connection, String runId, String state) throws SQLException {
        String sql = "update run set finished_at = ?, state = ? where run_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Stamp.now());
            statement.setString(2, state);
            statement.setString(3, runId);
            statement.executeUpdate();
        }
    }

    private static String addInstances(String table, String key) {
        return Sql.insert(table, List.of("run_id", key, "instances")) + " on conflict (run_id, " + key
                + ") do update set instances = " + table + ".instances + excluded.instances";
    }

    private static void addInstances(Connection connection, String sql, String runId, Map<String, Long> counts)
            throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                statement.setString(1, runId);
                statement.setString(2, count.getKey());
                statement.setLong(3, count.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
