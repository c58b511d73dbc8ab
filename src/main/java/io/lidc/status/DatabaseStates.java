package io.lidc.status;

import io.lidc.model.Location;
import io.lidc.status.StatusDocument.DatabaseState;
import io.lidc.status.StatusDocument.Failure;
import io.lidc.status.StatusDocument.Run;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the database tells for the status page. Locations stay there: they may bear names of patients. */
final class DatabaseStates {
    private static final String RUNS = """
            select run_id, state, started_at, finished_at, discovered, stored, failed
            from run order by run_id desc limit 8
            """;
    private static final String FAILED = """
            select source_uri, error_code, error_offset, message, run_id, stored_at from set_aside
            where outcome = 'FAILED' and stored_at is not null order by stored_at desc limit 15
            """;

    private final DataSource dataSource;
    private final OpenAlerts alerts = new OpenAlerts();

    DatabaseStates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    DatabaseState read() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new DatabaseState(
                    rows(connection, RUNS, DatabaseStates::run),
                    rows(connection, FAILED, DatabaseStates::failure),
                    alerts.read(connection));
        }
    }

    /** Makes something of a row. */
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> rows(Connection connection, String query, Mapping<T> mapping) throws SQLException {
        List<T> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(mapping.of(row));
            }
        }
        return found;
    }

    /** In ISO form, in UTC, to the second; null where there is none. SQLite keeps text, PostgreSQL a time. */
    static String time(ResultSet row, String column) throws SQLException {
        Object time = row.getObject(column);
        if (time == null) {
            return null;
        }
        Instant instant = time instanceof Timestamp timestamp ? timestamp.toInstant() : Instant.parse(time.toString());
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("run_id"),
                row.getString("state"),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getLong("discovered"),
                row.getLong("stored"),
                row.getLong("failed"));
    }

    private static Failure failure(ResultSet row) throws SQLException {
        long offset = row.getLong("error_offset");
        boolean inNoPlace = row.wasNull();
        return new Failure(
                new Location(row.getString("source_uri"), -1, "").deadLetterName(),
                row.getString("error_code"),
                inNoPlace ? null : offset,
                row.getString("message"),
                row.getString("run_id"),
                time(row, "stored_at"));
    }
}
