package io.lidc.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.DeidentificationState;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.TestInstance;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
class DatabasePrivacyTest {
    private static final DeidentificationState DROPPED = Deidentification.drop().state();
    private static final DeidentificationState KEPT = DeidentificationState.KEPT;

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private DatabasePrivacy privacy;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
        privacy = new DatabasePrivacy(dataSource);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void isUnknownOfANewDatabase() throws SQLException {
        assertThat(privacy.recorded()).isEmpty();
    }

    @Test
    void isWhatWasSaidFirst() throws SQLException {
        privacy.recordedOr(DROPPED);

        assertThat(privacy.recordedOr(KEPT)).isEqualTo(RecordedPrivacy.of(DROPPED));
    }

    @Test
    void looksLikePseudonymsWhereEachPatientDoes() throws SQLException {
        storeAs(null, "0123456789abcdef0123456789abcdef", "");

        assertThat(privacy.looksPseudonymised()).isTrue();
    }

    @Test
    void looksLikeNoPseudonymsWhereOnePatientDoesNot() throws SQLException {
        storeAs(null, "0123456789abcdef0123456789abcdef", "LIDC-IDRI-0001");

        assertThat(privacy.looksPseudonymised()).isFalse();
    }

    @Test
    void looksLikeNoPseudonymsWhereNoPatientHasAnId() throws SQLException {
        storeAs(null, "");

        assertThat(privacy.looksPseudonymised()).isFalse();
    }

    @Test
    void takesRowsOfItsOwnState() throws SQLException {
        privacy.recordedOr(DROPPED);
        storeAs(DROPPED, "");

        assertThat(Rows.of(dataSource, "select count(*) from instance")).containsExactly("1");
    }

    @Test
    void takesNoRowsOfAProcessThatStartedBeforeItChanged() throws SQLException {
        privacy.recordedOr(DROPPED);

        assertThatThrownBy(() -> storeAs(KEPT, "P1"))
                .isInstanceOf(OtherPrivacyException.class)
                .hasMessageContaining("(drop)");
        assertThat(privacy.isEmpty()).isTrue();
    }

    @Test
    void takesNoRowsWhileRowsAreBeingDeidentified() throws SQLException {
        privacy.recordedOr(KEPT);
        write(RecordedPrivacy.of(DROPPED).incomplete());

        assertThatThrownBy(() -> storeAs(DROPPED, "")).isInstanceOf(OtherPrivacyException.class);
    }

    @Test
    void doesNotChangeWhileRowsAreBeingWritten() throws SQLException {
        privacy.recordedOr(KEPT);
        try (Connection writer = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(dataSource.getJdbcUrl());
            dialect.begin(writer);
            RecordedPrivacy.require(writer, dialect, KEPT);

            assertThatThrownBy(this::writeWithoutPatience).isInstanceOf(SQLException.class);
            dialect.rollback(writer);
        }
    }

    private void writeWithoutPatience() throws SQLException {
        String url = dataSource.getJdbcUrl();
        boolean sqlite = database == TestDatabase.SQLITE;
        try (HikariDataSource impatient = Database.unopened(sqlite ? url + "?busy_timeout=50" : url, Credentials.NONE);
                Connection connection = impatient.getConnection();
                Statement statement = connection.createStatement()) {
            if (!sqlite) {
                statement.execute("set lock_timeout = '50ms'");
            }
            RecordedPrivacy.of(DROPPED).write(connection);
        }
    }

    private void write(RecordedPrivacy recorded) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            recorded.write(connection);
        }
    }

    private void storeAs(DeidentificationState state, String... patients) throws SQLException {
        MetadataStore store = new MetadataStore(dataSource, location -> true, state);
        store.begin("run-1", "file:///");
        for (int i = 0; i < patients.length; i++) {
            TestInstance instance =
                    TestInstance.of("3." + i).study("1." + i).series("2." + i).patient(patients[i]);
            store.store(new ReadChunk("run-1", 1, 0, Set.of(), List.of(instance.read())));
        }
    }
}
