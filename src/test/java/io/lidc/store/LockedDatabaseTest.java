package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.DatabaseUnavailableException;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A SQLite file that another process has locked before this one opens it. */
class LockedDatabaseTest {
    private static final int TIMEOUT_MS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void isNamedAsLockedAfterOneTimeoutWhereItsSchemaIsToBeMade(String journal) throws SQLException {
        Path file = folder.resolve("held.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("pragma journal_mode = " + journal);
            statement.execute("create table other (number integer)");
            statement.execute("begin exclusive");
            long start = System.nanoTime();

            assertThatThrownBy(() -> Database.open(url(file), Credentials.NONE))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("locked")
                    .hasMessageContaining(file.toString());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(TIMEOUT_MS * 19 / 10));
        }
    }

    @Test
    void opensWhereItsSchemaIsThere() throws SQLException {
        Path file = folder.resolve("held.db");
        Database.open(url(file), Credentials.NONE).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            try (HikariDataSource dataSource = Database.open(url(file), Credentials.NONE)) {
                assertThat(Rows.of(dataSource, "select count(*) from instance")).containsExactly("0");
            }
        }
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file + "?busy_timeout=" + TIMEOUT_MS;
    }
}
