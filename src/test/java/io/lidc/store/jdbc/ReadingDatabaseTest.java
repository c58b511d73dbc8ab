package io.lidc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReadingDatabaseTest {
    private static final String INSERT = "insert into run (run_id, sources, started_at, state)"
            + " values ('one', '', '2026-01-01T00:00:00Z', 'RUNNING')";
    private static final String COUNT = "select count(*) from run";

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private ReadingDatabase reading;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
        reading = ReadingDatabase.beside(dataSource);
    }

    @AfterEach
    void close() {
        reading.close();
        dataSource.close();
    }

    @Test
    void readsWhileAWriterHasItsConnection() throws SQLException {
        try (Connection writer = dataSource.getConnection()) {
            writer.setAutoCommit(false);
            execute(writer, INSERT);

            assertThat(Rows.of(reading.dataSource(), COUNT)).containsExactly("0");
        }
    }

    @Test
    void leavesTheCacheOfTheWriterAsLargeAsItWas() throws SQLException {
        List<String> before = cacheSize();

        ReadTransaction.of(dataSource).close();

        assertThat(cacheSize()).isEqualTo(before);
    }

    @Test
    void letsWritersWriteWhileItReads() throws SQLException {
        try (ReadTransaction transaction = ReadTransaction.of(reading.dataSource())) {
            Rows.of(transaction.connection(), COUNT);
            try (Connection writer = dataSource.getConnection()) {
                execute(writer, INSERT);
            }

            assertThat(Rows.of(transaction.connection(), COUNT)).containsExactly("0");
        }
    }

    @Test
    void seesWhatWasWrittenBetweenTwoReads() throws SQLException {
        Rows.of(reading.dataSource(), COUNT);
        try (Connection writer = dataSource.getConnection()) {
            execute(writer, INSERT);
        }

        assertThat(Rows.of(reading.dataSource(), COUNT)).containsExactly("1");
    }

    /** Nothing where the database has no cache of a connection's own. */
    private List<String> cacheSize() throws SQLException {
        return database == TestDatabase.SQLITE ? Rows.of(dataSource, "pragma cache_size") : List.of();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
