package io.lidc.status;

import io.lidc.status.StatusDocument.OpenAlert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The alerts that are open. */
final class OpenAlerts {
    private static final String OPEN = """
            select condition, subject, severity, opened_at, summary from alert
            where resolved_at is null order by opened_at desc limit 50
            """;

    List<OpenAlert> read(Connection connection) throws SQLException {
        return DatabaseStates.rows(connection, OPEN, OpenAlerts::alert);
    }

    private static OpenAlert alert(ResultSet row) throws SQLException {
        return new OpenAlert(
                row.getString("condition"),
                row.getString("subject"),
                row.getString("severity"),
                DatabaseStates.time(row, "opened_at"),
                row.getString("summary"));
    }
}
