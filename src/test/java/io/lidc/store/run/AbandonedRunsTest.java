package io.lidc.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.TestInstance;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AbandonedRunsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private MetadataStore store;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
        store = new MetadataStore(dataSource);
        store.begin("run-1", "file:///");
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void areThoseOfAProcessOnThisHostThatIsGone() throws Exception {
        own(goneProcess());

        assertThat(store.abandon(HOUR)).containsExactly("run-1");
        assertThat(rows("select state from run")).containsExactly("ABANDONED");
    }

    @Test
    void endWithTheirLastSignOfLife() throws Exception {
        own(goneProcess());
        execute("update run set heartbeat_at = '2026-01-01T00:00:00Z'");
        store.abandon(HOUR);

        assertThat(rows("select count(*) from run where finished_at = '2026-01-01T00:00:00Z'"))
                .containsExactly("1");
    }

    @Test
    void areThoseWhoseProcessIdIsAnotherProcessesNow() throws Exception {
        RunOwner current = RunOwner.current();
        own(new RunOwner(
                current.host(), current.namespace(), current.processId(), Instant.parse("2000-01-01T00:00:00Z")));

        assertThat(store.abandon(HOUR)).containsExactly("run-1");
    }

    @Test
    void areThoseOfAnotherHostThatWereSilentForTooLong() throws Exception {
        own(new RunOwner("elsewhere", "-", 1, Instant.EPOCH));
        execute("update run set heartbeat_at = '"
                + Stamp.text(Instant.now().minus(HOUR).minusSeconds(5)) + "'");

        assertThat(store.abandon(HOUR)).containsExactly("run-1");
    }

    @Test
    void areOldOnesWithoutAnOwner() throws Exception {
        execute("update run set owner = null, heartbeat_at = null, started_at = '2026-01-01T00:00:00Z'");

        assertThat(store.abandon(HOUR)).containsExactly("run-1");
    }

    @Test
    void areNoneOfAnotherHostThatGivesSignsOfLife() throws Exception {
        own(new RunOwner("elsewhere", "-", 1, Instant.EPOCH));
        execute("update run set heartbeat_at = '" + Stamp.text(Instant.now().minus(HOUR)) + "'");
        store.store(new ReadChunk(
                "run-1", 1, 0, Set.of(), List.of(TestInstance.of("3.1").read())));

        assertThat(store.abandon(HOUR)).isEmpty();
    }

    @Test
    void areNoneThatBeat() throws Exception {
        own(new RunOwner("elsewhere", "-", 1, Instant.EPOCH));
        execute("update run set heartbeat_at = '2026-01-01T00:00:00Z'");
        store.beat("run-1");

        assertThat(store.abandon(HOUR)).isEmpty();
    }

    @Test
    void areNoneOfALiveProcessOnThisHostHoweverSilent() throws Exception {
        execute("update run set heartbeat_at = '2026-01-01T00:00:00Z'");

        assertThat(store.abandon(HOUR)).isEmpty();
    }

    @Test
    void areNoneThatHaveEnded() throws Exception {
        own(goneProcess());
        store.end("run-1", "COMPLETED");

        assertThat(store.abandon(HOUR)).isEmpty();
    }

    @Test
    void goOnWithTheirNextChunk() throws Exception {
        own(goneProcess());
        store.abandon(HOUR);
        store.store(new ReadChunk(
                "run-1", 1, 0, Set.of(), List.of(TestInstance.of("3.1").read())));

        assertThat(rows("select state from run")).containsExactly("RUNNING");
    }

    private static RunOwner goneProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        Instant started = process.info().startInstant().orElse(Instant.now());
        process.waitFor();
        RunOwner current = RunOwner.current();
        return new RunOwner(current.host(), current.namespace(), process.pid(), started);
    }

    private void own(RunOwner owner) throws SQLException {
        execute("update run set owner = '" + owner.text() + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of(dataSource, query);
    }
}
