package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.FaultyDataSource;
import io.lidc.store.MetadataStore;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose end meets a database that is away. */
class RunLogTest {
    private static final FailureThreshold THRESHOLD = new FailureThreshold(0.1);

    @TempDir
    private Path folder;

    private HikariDataSource sound;
    private FaultyDataSource faulty;
    private RunLog log;

    @BeforeEach
    void open() throws SQLException {
        sound = TestDatabase.SQLITE.open(folder);
        faulty = new FaultyDataSource(sound);
        log = new RunLog(new MetadataStore(faulty.dataSource()));
    }

    @AfterEach
    void close() {
        sound.close();
    }

    @Test
    void areEndedBeforeTheNextRun() throws SQLException {
        IngestRun run = begin();
        faulty.refuseConnections(0, 1);
        assertThatThrownBy(() -> log.end(run.failed(THRESHOLD, "away"))).isInstanceOf(SQLException.class);
        begin();

        assertThat(states()).containsExactly("FAILED", "RUNNING");
    }

    @Test
    void areEndedByTheNextAttempt() throws SQLException {
        IngestRun run = begin();
        faulty.refuseConnections(0, 1);
        assertThatThrownBy(() -> log.end(run.ended(THRESHOLD))).isInstanceOf(SQLException.class);
        log.end(run.ended(THRESHOLD));

        assertThat(states()).containsExactly("COMPLETED");
    }

    @Test
    void areEndedOnce() throws SQLException {
        log.end(begin().ended(THRESHOLD));
        int before = faulty.connections();
        begin();

        assertThat(faulty.connections() - before).isEqualTo(1);
    }

    private IngestRun begin() throws SQLException {
        IngestRun run = new IngestRun(List.of(), false);
        log.begin(run);
        return run;
    }

    private List<String> states() throws SQLException {
        return Rows.of(sound, "select state from run order by state");
    }
}
