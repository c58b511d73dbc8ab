package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.RefusedRowException;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.store.jdbc.TestServer;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of PostgreSQL in the middle of a batch: what is logged and thrown tells nothing of a patient. */
class SilentErrorsTest {
    private static final String MARKER = "LEAKED-NAME";

    @TempDir
    private Path folder;

    private String url;
    private HikariDataSource dataSource;
    private MetadataStore store;
    private CapturedLog log;

    @BeforeEach
    void open() throws SQLException {
        url = TestDatabase.POSTGRESQL.create(folder);
        dataSource = Database.open(url, Credentials.NONE);
        store = new MetadataStore(dataSource);
        store.begin("run-1", "file:///");
        log = new CapturedLog();
    }

    @AfterEach
    void close() {
        log.close();
        dataSource.close();
    }

    @Test
    void tellNothingWhereAGrantIsMissing() throws SQLException {
        TestServer.execute("do $$ begin if not exists (select from pg_roles where rolname = 'clerk') then"
                + " create role clerk login; end if; end $$");
        execute("grant select, insert, update, delete on all tables in schema public to clerk");
        execute("revoke insert on patient from clerk");
        try (HikariDataSource restricted = Database.unopened(dataSource.getJdbcUrl(), new Credentials("clerk", ""))) {
            Throwable thrown = catchThrowable(() -> new MetadataStore(restricted).store(chunk()));

            assertThat(thrown).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
            assertThat(CapturedLog.trace(thrown) + log.text()).doesNotContain(MARKER);
        }
    }

    @Test
    void tellNothingWhereAStatementTimesOut() throws Exception {
        Throwable thrown = whileThePatientIsLocked(() -> execute("select 1"), "set statement_timeout = 300");

        assertThat(thrown).isInstanceOf(SQLException.class).hasMessageContaining("timeout");
        assertThat(CapturedLog.trace(thrown) + log.text()).doesNotContain(MARKER);
    }

    @Test
    void tellNothingWhereTheBackendIsTerminated() throws Exception {
        Throwable thrown = whileThePatientIsLocked(
                () -> await().until(() -> !Rows.of(
                                url,
                                "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database()")
                        .isEmpty()),
                "select 1");

        assertThat(thrown).isInstanceOf(SQLException.class);
        assertThat(CapturedLog.trace(thrown) + log.text()).doesNotContain(MARKER);
    }

    @Test
    void tellNothingWhereARowIsRefused() {
        Extraction refused =
                TestInstance.of("3.1").with("patient_name", MARKER + "\0").read();
        Throwable thrown = catchThrowable(() -> store.store(new ReadChunk("run-1", 1, 0, Set.of(), List.of(refused))));

        assertThat(thrown).isInstanceOf(RefusedRowException.class);
        assertThat(CapturedLog.trace(thrown) + log.text()).doesNotContain(MARKER);
    }

    private interface Step {
        void take() throws Exception;
    }

    /** What storing the patient throws while another transaction writes the same one. */
    private Throwable whileThePatientIsLocked(Step meanwhile, String setting) throws Exception {
        try (HikariDataSource pool = Database.unopened(url, Credentials.NONE);
                Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            pool.setConnectionInitSql(setting);
            other.setAutoCommit(false);
            statement.execute(
                    "insert into patient (patient_id, issuer_of_patient_id, described_by) values ('P1', '', '3.0')");
            CompletableFuture<Throwable> thrown =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> new MetadataStore(pool).store(chunk())));
            meanwhile.take();
            return thrown.get(20, TimeUnit.SECONDS);
        }
    }

    private static ReadChunk chunk() {
        return new ReadChunk(
                "run-1",
                2,
                0,
                Set.of(),
                List.of(
                        TestInstance.of("3.1").with("patient_name", MARKER).read(),
                        TestInstance.of("3.2").with("patient_name", MARKER).read()));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
