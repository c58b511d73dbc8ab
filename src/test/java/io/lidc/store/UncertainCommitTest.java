package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Outcome;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that breaks while a commit is under way leaves its answer open. */
class UncertainCommitTest {
    private static final ReadChunk CHUNK = new ReadChunk(
            "run-1", 1, 0, Set.of(), List.of(TestInstance.of("3.1").read()));

    @TempDir
    private Path folder;

    private HikariDataSource sound;
    private FaultyDataSource faulty;
    private MetadataStore store;

    @BeforeEach
    void open() throws SQLException {
        sound = TestDatabase.POSTGRESQL.open(folder);
        faulty = new FaultyDataSource(sound);
        store = new MetadataStore(faulty.dataSource());
        store.begin("run-1", "file:///");
    }

    @AfterEach
    void close() {
        sound.close();
    }

    @Test
    void saysThatAnotherTryMayHelp() {
        faulty.loseAnswerToCommit(2);

        assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(SQLTransientException.class);
    }

    @Test
    void givesTheOutcomesOfTheCommitWhoseAnswerWasLost() throws SQLException {
        faulty.loseAnswerToCommit(2);
        assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(SQLException.class);

        assertThat(store.store(CHUNK).totals().outcomes()).isEqualTo(Map.of(Outcome.STORED, 1L));
    }

    @Test
    void countsNothingTwice() throws SQLException {
        faulty.loseAnswerToCommit(2);
        assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(SQLException.class);
        store.store(CHUNK);

        assertThat(Rows.of(sound, "select discovered, stored, unchanged from run"))
                .containsExactly("1|1|0");
    }

    @Test
    void storesAgainWhatWasNotCommitted() throws SQLException {
        faulty.loseConnectionBeforeCommit(2);
        assertThatThrownBy(() -> store.store(CHUNK)).isInstanceOf(SQLException.class);
        store.store(CHUNK);

        assertThat(Rows.of(sound, "select discovered, stored, unchanged from run"))
                .containsExactly("1|1|0");
    }
}
