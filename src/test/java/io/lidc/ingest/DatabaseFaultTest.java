package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.Pipeline;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.folder.FolderSource;
import io.lidc.store.FaultyDataSource;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that goes away in the middle of a run. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DatabaseFaultTest {
    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private Home home;
    private Path sample;
    private HikariDataSource sound;

    @BeforeEach
    void open() throws Exception {
        home = Home.in(folder)
                .set(IngestKeys.CHUNK_SIZE, "10")
                .set(DatabaseKeys.RETRIES, "3")
                .set(DatabaseKeys.RETRY_DELAY, "1")
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString());
        sample = Home.sample(folder);
        sound = database.open(folder);
    }

    @AfterEach
    void close() {
        sound.close();
    }

    @Test
    void losesNothingWhenTheDatabaseComesBackInTime() throws Exception {
        IngestRun run = run(new FaultyDataSource(sound).refuseConnections(5, 3));

        assertThat(run.totals().accounted()).isEqualTo(run.discovered());
    }

    @Test
    void failsTheRunWhenTheDatabaseStaysAway() {
        FaultyDataSource away = new FaultyDataSource(sound).refuseConnections(5, 1_000);

        assertThatThrownBy(() -> run(away))
                .isInstanceOf(SQLTransientException.class)
                .hasMessage("the database does not answer: away");
    }

    @Test
    void triesAsOftenAsTheSettingsSay() {
        FaultyDataSource away = new FaultyDataSource(sound).refuseConnections(5, 1_000);

        assertThatThrownBy(() -> run(away)).isInstanceOf(SQLTransientException.class);
        // A step of one chunk, or of each of the five under way (four in the pool, one in the thread that lists), once
        // and
        // three times again; then once more, for the end of a run that has failed.
        assertThat(away.refused()).isBetween(5, 21);
    }

    @Test
    void putsTheEndOfTheRunOnRecordWhenTheDatabaseComesBack() throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(sound);
        run(faulty);
        // The same again, with nothing new: the look-ups of its chunks, its begin, its end and the look at its totals.
        int before = faulty.connections();
        run(faulty);
        int ofRun = faulty.connections() - before;
        run(faulty.refuseConnections(ofRun - 2, 3));

        assertThat(Rows.of(sound, "select count(*) from run where state = 'COMPLETED'"))
                .containsExactly("3");
    }

    private IngestRun run(FaultyDataSource faulty) throws Exception {
        IngestRun run = new IngestRun(List.of(new FolderSource(sample)), false);
        try (Pipeline pipeline = Pipeline.start(settings(), faulty.dataSource())) {
            pipeline.ingest(run);
        }
        return run;
    }

    private Settings settings() throws UsageException, IOException {
        return Configuration.load(home.folder(), Map.of(), Map.of());
    }
}
