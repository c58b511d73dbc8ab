package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.status.StatusDocument.OpenAlert;
import io.lidc.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAlertsTest {
    private static final String TABLE = """
            create table if not exists alert (alert_id text primary key, condition text, subject text, severity text,
              opened_at text, updated_at text, resolved_at text, summary text, run_id text, value double precision,
              threshold double precision)
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areThoseThatNobodyHasResolved(TestDatabase kind) throws SQLException {
        try (HikariDataSource database = kind.open(folder);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("insert into alert (alert_id, condition, subject, severity, opened_at, updated_at,"
                    + " resolved_at, summary) values ('1', 'failure-rate', 'all', 'critical', '2026-01-01T00:00:00Z',"
                    + " '2026-01-01T00:00:00Z', null, '9 % are unreadable'), ('2', 'failure-rate', 'all', 'critical',"
                    + " '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z', 'resolved')");

            assertThat(new OpenAlerts().read(connection))
                    .containsExactly(new OpenAlert(
                            "failure-rate", "all", "critical", "2026-01-01T00:00:00Z", "9 % are unreadable"));
        }
    }

    @Test
    void areNoneInADatabaseWithoutThem() throws SQLException {
        try (HikariDataSource database = TestDatabase.SQLITE.open(folder);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists alert");

            assertThat(new OpenAlerts().read(connection)).isEmpty();
        }
    }
}
