package io.lidc.status;

import io.lidc.status.StatusDocument.OpenAlert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The alerts that are open. */
final class OpenAlerts {
    private static final String TABLE = "alert";
    private static final String OPEN = """
            select condition, subject, severity, opened_at, summary from alert
            where resolved_at is null order by opened_at desc limit 50
            """;

    List<OpenAlert> read(Connection connection) throws SQLException {
        return isThere(connection) ? DatabaseStates.rows(connection, OPEN, OpenAlerts::alert) : List.of();
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, TABLE, new String[] {"TABLE"})) {
            return table.next();
        }
    }

    private static OpenAlert alert(ResultSet row) throws SQLException {
        return new OpenAlert(
                row.getString("condition"),
                row.getString("subject"),
                row.getString("severity"),
                row.getString("opened_at"),
                row.getString("summary"));
    }
}
