package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReplacedFilesTest {
    private static final String A = "file:///a.dcm";
    private static final String B = "file:///b.dcm";

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
        store.begin("run-2", "file:///");
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void removesTheRowOfAFileThatHoldsAnotherInstance() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A));
        store("run-2", TestInstance.of("3.2").at(A).version("2"));

        assertThat(rows("select sop_instance_uid, source_uri from instance")).containsExactly("3.2|" + A);
    }

    @Test
    void keepsThePastStateOfAReplacedFile() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A).digest("01"));
        store("run-2", TestInstance.of("3.2").at(A).version("2"));

        assertThat(rows("select source_uri, outcome, sop_instance_uid, header_digest from set_aside"))
                .containsExactly(A + "|SUPERSEDED|3.1|01");
    }

    @Test
    void givesTheRowToACopyOfTheInstance() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A), TestInstance.of("3.1").at(B));
        store("run-2", TestInstance.of("3.2").at(A).version("2"));

        assertThat(rows("select sop_instance_uid, source_uri from instance order by sop_instance_uid"))
                .containsExactly("3.1|" + B, "3.2|" + A);
    }

    @Test
    void takesACopyThatGotTheRowForADuplicateNoMore() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A), TestInstance.of("3.1").at(B));
        store("run-2", TestInstance.of("3.2").at(A).version("2"));

        assertThat(rows("select source_uri from set_aside where outcome = 'DUPLICATE'"))
                .isEmpty();
    }

    @Test
    void keepsBothInstancesOfFilesThatChangedPlaces() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A), TestInstance.of("3.2").at(B));
        store(
                "run-2",
                TestInstance.of("3.2").at(A).version("2"),
                TestInstance.of("3.1").at(B).version("2"));

        assertThat(rows("select sop_instance_uid, source_uri from instance order by sop_instance_uid"))
                .containsExactly("3.1|" + B, "3.2|" + A);
    }

    @Test
    void keepsBothInstancesOfFilesThatChangedPlacesInTwoChunks() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A), TestInstance.of("3.2").at(B));
        store("run-2", TestInstance.of("3.2").at(A).version("2"));
        store("run-2", TestInstance.of("3.1").at(B).version("2"));

        assertThat(rows("select sop_instance_uid, source_uri from instance order by sop_instance_uid"))
                .containsExactly("3.1|" + B, "3.2|" + A);
    }

    @Test
    void readsADuplicateAgainWhoseInstanceHasNoRow() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A), TestInstance.of("3.1").at(B));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from instance");
        }

        assertThat(store.known(List.of(TestInstance.of("3.1").at(B).location()), false, null)
                        .changed())
                .containsExactly(B);
    }

    @Test
    void removesThePatientOfFilesThatWereDeidentifiedInPlace() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A).patient("NAMED"));
        store("run-2", TestInstance.of("3.1").at(A).patient("ANON").digest("01").version("2"));
        store.end("run-2", "COMPLETED");

        assertThat(rows("select patient_id from patient")).containsExactly("ANON");
    }

    @Test
    void removesStudyAndSeriesOfWhichNothingIsLeft() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A).study("1.8").series("2.8"));
        store("run-2", TestInstance.of("3.2").at(A).study("1.9").series("2.9").version("2"));
        store.end("run-2", "COMPLETED");

        assertThat(rows("select series_instance_uid, study.study_instance_uid from series cross join study"))
                .containsExactly("2.9|1.9");
    }

    @Test
    void removesWhatARunHasLeftThatWasAbandoned() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A).patient("NAMED"));
        store.end("run-1", "COMPLETED");
        store("run-2", TestInstance.of("3.1").at(A).patient("ANON").digest("01").version("2"));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update run set owner = null, heartbeat_at = '2001-01-01T00:00:00Z' where run_id = 'run-2'");
        }
        store.abandon(Duration.ofMinutes(1));

        assertThat(rows("select patient_id from patient")).containsExactly("ANON");
    }

    @Test
    void keepsThePatientOfAnInstanceWithoutASeries() throws SQLException {
        store("run-1", TestInstance.of("3.1").at(A).patient("NAMED"));
        store(
                "run-1",
                TestInstance.of("3.0").at(B).patient("OTHER").study("1.2").series(null));
        store("run-2", TestInstance.of("3.1").at(A).patient("ANON").digest("01").version("2"));
        store.end("run-2", "COMPLETED");

        assertThat(rows("select patient_id from patient order by patient_id")).containsExactly("ANON", "OTHER");
    }

    @Test
    void keepsTheSeriesToWhichAnotherWriterIsAboutToAdd() throws Exception {
        store("run-1", TestInstance.of("3.1").at(A).series("2.8"));
        store("run-2", TestInstance.of("3.1").at(A).series("2.9").digest("01").version("2"));
        try (Connection other = DriverManager.getConnection(
                        dataSource.getJdbcUrl(), dataSource.getUsername(), dataSource.getPassword());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update instance set series_instance_uid = '2.8'");
            CompletableFuture<Void> end = CompletableFuture.runAsync(this::endSecond);
            Awaitility.await().until(() -> end.isDone() || isWaiting());
            other.commit();
            end.join();
        }

        assertThat(rows("select series_instance_uid from series")).containsExactly("2.8");
    }

    private void endSecond() {
        try {
            store.end("run-2", "COMPLETED");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On SQLite whoever would write waits for the end of any other transaction, within the driver. */
    private boolean isWaiting() throws SQLException {
        return database == TestDatabase.SQLITE
                || !rows("select 1 from pg_locks where not granted").isEmpty();
    }

    @Test
    void forgetsThatAFolderWasUnreadableOnceItsFilesAreListed() throws SQLException {
        Extraction.Unreadable unlisted = new Extraction.Unreadable(
                new Location("file:///data/x", Location.UNKNOWN_SIZE, "unavailable"),
                Outcome.FAILED,
                "ACCESS_DENIED",
                -1,
                "access denied",
                0);
        store.store(new ReadChunk("run-1", 1, 0, Set.of(), List.of(unlisted)));
        TestInstance file = TestInstance.of("3.1").at("file:///data/x/y/1.dcm");
        Set<String> seen = store.known(List.of(file.location()), false, null).changed();
        store.store(new ReadChunk("run-2", 1, 0, seen, List.of(file.read())));

        assertThat(rows("select source_uri from set_aside")).isEmpty();
    }

    private void store(String run, TestInstance... instances) throws SQLException {
        List<Location> locations =
                Stream.of(instances).map(TestInstance::location).toList();
        List<Extraction> reads = Stream.of(instances).map(TestInstance::read).collect(Collectors.toList());
        store.store(new ReadChunk(
                run, reads.size(), 0, store.known(locations, false, null).changed(), reads));
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of(dataSource, query);
    }
}
