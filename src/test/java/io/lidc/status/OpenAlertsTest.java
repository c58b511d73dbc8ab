package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.status.StatusDocument.OpenAlert;
import io.lidc.store.jdbc.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAlertsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areThoseThatNobodyHasResolved(TestDatabase kind) throws SQLException {
        try (HikariDataSource database = kind.open(folder);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into alert (alert_id, condition, subject, severity, opened_at, updated_at,"
                    + " resolved_at, summary, owner) values"
                    + " ('1', 'FAILURE_RATE', 'all', 'critical', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', null,"
                    + " '9 % are unreadable', 'a process'),"
                    + " ('2', 'FAILURE_RATE', 'all', 'critical', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z',"
                    + " '2026-01-01T01:00:00Z', 'resolved', 'a process')");

            assertThat(new OpenAlerts().read(connection))
                    .containsExactly(new OpenAlert(
                            "FAILURE_RATE", "all", "critical", "2026-01-01T00:00:00Z", "9 % are unreadable"));
        }
    }
}
