package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.Pipeline;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.source.folder.FolderSource;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that answers inserts with disk_full (53100): here by a trigger, for no test can fill a disk. */
class FullServerDiskTest {
    @TempDir
    private Path folder;

    private Home home;
    private HikariDataSource database;

    @BeforeEach
    void open() throws Exception {
        home = Home.in(folder)
                .set(IngestKeys.CHUNK_SIZE, "10")
                .set(DatabaseKeys.RETRIES, "3")
                .set(DatabaseKeys.RETRY_DELAY, "1");
        database = TestDatabase.POSTGRESQL.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void losesNothingWhenRoomIsMadeInTime() throws Exception {
        refuseInserts(2);

        IngestRun run = ingest();

        assertThat(run.totals().accounted()).isEqualTo(run.discovered());
    }

    @Test
    void failsTheRunWhenNoRoomIsMade() throws Exception {
        refuseInserts(1_000);

        assertThatThrownBy(this::ingest)
                .isInstanceOf(SQLTransientException.class)
                .hasMessageStartingWith("no room is left on the disk of the database jdbc:postgresql://");
    }

    private IngestRun ingest() throws Exception {
        IngestRun run = new IngestRun(List.of(new FolderSource(Home.sample(folder))), false);
        try (Pipeline pipeline = Pipeline.start(settings(), database)) {
            pipeline.ingest(run);
        }
        return run;
    }

    private Settings settings() throws UsageException, IOException {
        return Configuration.load(home.folder(), Map.of(), Map.of());
    }

    /** A sequence counts the tries, for what a refused transaction writes is gone. */
    private void refuseInserts(int times) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create sequence tries");
            statement.execute("""
                    create function refuse() returns trigger language plpgsql as $$ begin
                      if nextval('tries') <= %d then
                        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                      end if;
                      return null;
                    end $$""".formatted(times));
            statement.execute("create trigger full_disk before insert on instance execute function refuse()");
        }
    }
}
