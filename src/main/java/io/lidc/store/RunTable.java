package io.lidc.store;

import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of runs and what they came to. */
final class RunTable {
    private static final String ADD = "update run set discovered = discovered + ?, bytes_read = bytes_read + ?, "
            + Arrays.stream(Outcome.values())
                    .map(outcome -> outcome.column() + " = " + outcome.column() + " + ?")
                    .collect(Collectors.joining(", "))
            + " where run_id = ?";
    private static final String ADD_MISSING = "insert into run_missing (run_id, keyword, instances) values (?, ?, ?)"
            + " on conflict (run_id, keyword) do update set instances = run_missing.instances + excluded.instances";

    private RunTable() {}

    static void begin(Connection connection, String runId, String sources) throws SQLException {
        String sql = "insert into run (run_id, sources, started_at, state) values (?, ?, ?, 'RUNNING')";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, runId);
            statement.setString(2, sources);
            statement.setString(3, now());
            statement.executeUpdate();
        }
    }

    static void add(Connection connection, String runId, Totals totals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            int parameter = 1;
            statement.setLong(parameter++, totals.discovered());
            statement.setLong(parameter++, totals.bytesRead());
            for (Outcome outcome : Outcome.values()) {
                statement.setLong(parameter++, totals.count(outcome));
            }
            statement.setString(parameter, runId);
            if (statement.executeUpdate() != 1) {
                throw new SQLException("run " + runId + " is not in the table of runs");
            }
        }
        addMissing(connection, runId, totals.missing());
    }

    static void end(Connection connection, String runId, String state) throws SQLException {
        String sql = "update run set finished_at = ?, state = ? where run_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, now());
            statement.setString(2, state);
            statement.setString(3, runId);
            statement.executeUpdate();
        }
    }

    private static void addMissing(Connection connection, String runId, Map<String, Long> missing) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD_MISSING)) {
            for (Map.Entry<String, Long> keyword : missing.entrySet()) {
                statement.setString(1, runId);
                statement.setString(2, keyword.getKey());
                statement.setLong(3, keyword.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
