package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.FaultyDataSource;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseHealthCheckTest {
    @TempDir
    private Path folder;

    @Test
    void isUpWhileTheDatabaseAnswers() throws SQLException {
        try (HikariDataSource sound = TestDatabase.SQLITE.open(folder)) {
            assertThat(new DatabaseHealthCheck(sound).call().getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void isDownWhileTheDatabaseIsAway() throws SQLException {
        try (HikariDataSource sound = TestDatabase.SQLITE.open(folder)) {
            FaultyDataSource away = new FaultyDataSource(sound).refuseConnections(0, 1);

            assertThat(new DatabaseHealthCheck(away.dataSource()).call().getState())
                    .isEqualTo(HealthCheck.State.DOWN);
        }
    }

    @Test
    void isDownWhereTheFileOfTheDatabaseWasDeleted() throws SQLException, IOException {
        try (HikariDataSource opened = TestDatabase.SQLITE.open(folder)) {
            opened.getConnection().close();
            Files.delete(Database.file(opened.getJdbcUrl()).orElseThrow());

            assertThat(new DatabaseHealthCheck(opened).call().getState()).isEqualTo(HealthCheck.State.DOWN);
        }
    }

    @Test
    void asksForReadinessOnly() {
        DatabaseHealthCheck check = new DatabaseHealthCheck(null);

        assertThat(new boolean[] {check.isReadiness(), check.isLiveness()}).containsExactly(true, false);
    }
}
