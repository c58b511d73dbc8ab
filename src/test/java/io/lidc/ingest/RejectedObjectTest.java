package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.Pipeline;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.folder.FolderSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.LoggedErrors;
import io.lidc.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that refuses one object: a trigger here, a value that it cannot hold elsewhere. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RejectedObjectTest {
    private static final Map<TestDatabase, List<String>> REFUSAL = Map.of(
            TestDatabase.SQLITE,
            List.of("create trigger refusal before insert on instance when new.instance_number = 3"
                    + " begin select raise(abort, 'refused'); end"),
            TestDatabase.POSTGRESQL,
            List.of(
                    "alter table instance add constraint refusal check (instance_number is null or instance_number <> 3)"));

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private IngestRun run;
    private List<String> logged;

    @BeforeEach
    void ingestTheSample() throws Exception {
        Home home = Home.in(folder)
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString());
        Path sample = Home.sample(folder);
        dataSource = database.open(folder);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : REFUSAL.get(database)) {
                statement.execute(sql);
            }
        }
        run = new IngestRun(List.of(new FolderSource(sample)), false);
        try (LoggedErrors errors = new LoggedErrors();
                Pipeline pipeline = Pipeline.start(Configuration.load(home.folder(), Map.of(), Map.of()), dataSource)) {
            pipeline.ingest(run);
            logged = errors.messages();
        }
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void setsAsideWhatIsRefusedByItsCode() throws Exception {
        assertThat(Rows.of(
                        dataSource,
                        "select distinct outcome, message from set_aside where error_code = 'STORE_REJECTED'"))
                .containsExactly("FAILED|the database refuses one of its values");
    }

    @Test
    void storesTheOthers() throws Exception {
        assertThat(Rows.of(dataSource, "select count(*) > 50 from instance")).containsAnyOf("1", "true");
    }

    @Test
    void balances() {
        assertThat(run.totals().balances()).isTrue();
    }

    @Test
    void logsNoErrorOfWhatIsSetAside() {
        assertThat(logged).isEmpty();
    }

    @Test
    void leavesADeadLetterOfEachRefusal() throws Exception {
        long refused = Long.parseLong(Rows.of(dataSource, "select count(*) from set_aside where outcome = 'FAILED'")
                .get(0));
        try (Stream<Path> letters = Files.list(folder.resolve("dead").resolve(run.id()))) {
            assertThat(letters.count()).isEqualTo(refused);
        }
    }
}
