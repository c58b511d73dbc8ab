package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.DatabaseUnavailableException;
import io.lidc.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;

/** A SQLite database that fails at one place: nothing of the chunk stays, and the next attempt stores it once. */
class SqliteFaultsTest {
    private static final ReadChunk CHUNK = new ReadChunk(
            "run-1",
            2,
            0,
            Set.of(),
            List.of(TestInstance.of("3.1").read(), TestInstance.of("3.2").read()));

    @TempDir
    private Path folder;

    private String url;

    @BeforeEach
    void name() {
        url = "jdbc:sqlite:" + folder.resolve("lidc.db") + "?busy_timeout=50";
    }

    @ParameterizedTest
    @CsvSource({
        "begin, SQLITE_BUSY",
        "begin, SQLITE_FULL",
        "begin, SQLITE_IOERR",
        "insert into instance, SQLITE_BUSY",
        "insert into instance, SQLITE_FULL",
        "insert into instance, SQLITE_IOERR",
        "insert into series, SQLITE_FULL",
        "update run, SQLITE_IOERR",
        "commit, SQLITE_BUSY",
        "commit, SQLITE_FULL",
        "commit, SQLITE_IOERR"
    })
    void leavesNothingAndHeals(String statement, SQLiteErrorCode code) throws SQLException {
        SqliteFaults faults = new SqliteFaults(url);
        try (HikariDataSource dataSource = faults.dataSource()) {
            MetadataStore store = begun(dataSource);
            faults.failAt(statement, code);
            assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(SQLException.class);
            assertThat(counts()).containsExactly("0|0|0");

            store.store(CHUNK);
        }
        assertThat(counts()).containsExactly("2|2|2");
    }

    @ParameterizedTest
    @CsvSource({"SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR"})
    void leavesNothingAndHealsWhereTheRollbackFailsToo(SQLiteErrorCode code) throws SQLException {
        SqliteFaults faults = new SqliteFaults(url);
        try (HikariDataSource dataSource = faults.dataSource()) {
            MetadataStore store = begun(dataSource);
            faults.failAt("insert into series", SQLiteErrorCode.SQLITE_FULL);
            faults.failAt("rollback", code);
            assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(SQLException.class);

            store.store(CHUNK);
        }
        assertThat(counts()).containsExactly("2|2|2");
    }

    @Test
    void healsOnceAnotherProcessHasGivenUpItsLock() throws SQLException {
        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE)) {
            MetadataStore store = begun(dataSource);
            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> store.store(CHUNK)).hasMessageContaining("locked");
                }
            }

            store.store(CHUNK);
        }
        assertThat(counts()).containsExactly("2|2|2");
    }

    @Test
    void keepsChunksWholeOnADiskThatFillsAndIsFreed() throws SQLException {
        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE)) {
            MetadataStore store = begun(dataSource);
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("pragma max_page_count = 1");
            }
            ReadChunk large = new ReadChunk("run-1", 2, 0, Set.of(), List.of(large("3.1"), large("3.2")));
            assertThatThrownBy(() -> store.store(large)).isInstanceOf(SQLTransientException.class);
            assertThat(counts()).containsExactly("0|0|0");

            store.store(large);
        }
        assertThat(counts()).containsExactly("2|2|2");
    }

    private static Extraction large(String uid) {
        return TestInstance.of(uid).with("image_type", "A".repeat(100_000)).read();
    }

    @Test
    void endsARunInErrorWhenTheFileIsDeletedMeanwhile() throws Exception {
        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE)) {
            MetadataStore store = begun(dataSource);
            Files.delete(folder.resolve("lidc.db"));

            assertThatThrownBy(() -> store.store(CHUNK))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("lidc.db")
                    .hasMessageContaining("deleted");
            assertThat(folder.resolve("lidc.db")).doesNotExist();
        }
    }

    @Test
    void tellsThatTheFileHasBeenReplacedMeanwhile() throws Exception {
        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE)) {
            MetadataStore store = begun(dataSource);
            String other = "jdbc:sqlite:" + folder.resolve("other.db");
            Database.open(other, Credentials.NONE).close();
            try (HikariDataSource replacement = Database.open(other, Credentials.NONE)) {
                begun(replacement);
            }
            Files.delete(folder.resolve("lidc.db-wal"));
            Files.delete(folder.resolve("lidc.db-shm"));
            Files.move(folder.resolve("other.db"), folder.resolve("lidc.db"), StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(DatabaseUnavailableException.class);
            store.store(CHUNK);
        }
        assertThat(counts()).containsExactly("2|2|2");
    }

    @Test
    void tellsThatTheDatabaseHasBecomeReadOnly() throws Exception {
        SqliteFaults faults = new SqliteFaults(url);
        try (HikariDataSource dataSource = faults.dataSource()) {
            MetadataStore store = begun(dataSource);
            faults.failAt("insert into instance", SQLiteErrorCode.SQLITE_READONLY);

            assertThatThrownBy(() -> store.store(CHUNK))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("read-only");
        }
    }

    private static MetadataStore begun(HikariDataSource dataSource) throws SQLException {
        MetadataStore store = new MetadataStore(dataSource);
        store.begin("run-1", "file:///");
        return store;
    }

    /** Instances, discovered and stored, as another process sees them. */
    private List<String> counts() throws SQLException {
        return Rows.of(url, "select (select count(*) from instance), discovered, stored from run");
    }
}
