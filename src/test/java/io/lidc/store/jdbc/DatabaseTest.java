package io.lidc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.TestInstance;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SQLITE, 2",
        "SQLITE, 3",
        "SQLITE, 4",
        "SQLITE, 5",
        "POSTGRESQL, 2",
        "POSTGRESQL, 3",
        "POSTGRESQL, 4",
        "POSTGRESQL, 5"
    })
    void bringsAnEarlierDatabaseForwardWithItsRows(TestDatabase database, String version) throws SQLException {
        String url = database.create(folder);
        Flyway.configure()
                .dataSource(url, database == TestDatabase.SQLITE ? null : "postgres", null)
                .locations("classpath:db/migration/common", Dialect.of(url).migrations())
                .target(version)
                .load()
                .migrate();
        execute(
                url,
                "insert into patient (patient_id, issuer_of_patient_id, described_by) values ('P1', '', '3.1')",
                "insert into study (study_instance_uid, patient_id, issuer_of_patient_id, described_by)"
                        + " values ('1.1', 'P1', '', '3.1')",
                "insert into series (series_instance_uid, study_instance_uid, described_by) values ('2.1', '1.1', '3.1')",
                "insert into instance (sop_instance_uid, series_instance_uid, source_key, source_uri, size, version,"
                        + " header_digest, transfer_syntax_uid) values ('3.1', '2.1', 7, 'file:///a', 1, '1', '00', '1.2')",
                "insert into set_aside (source_key, source_uri, size, version, outcome, error_code, run_id)"
                        + " values (8, 'file:///b', 1, '1', 'FAILED', 'TRUNCATED', 'run-1')",
                "insert into run (run_id, sources, started_at, state, discovered)"
                        + " values ('run-1', 'file:///', '2026-01-01', 'COMPLETED', 2)");

        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE)) {
            assertThat(Rows.of(
                            dataSource,
                            "select p.patient_id, i.sop_instance_uid, i.source_uri, a.source_uri, a.error_code, r.discovered"
                                    + " from patient p join study s on s.patient_id = p.patient_id"
                                    + " join series e on e.study_instance_uid = s.study_instance_uid"
                                    + " join instance i on i.series_instance_uid = e.series_instance_uid"
                                    + " cross join set_aside a join run r on r.run_id = a.run_id"))
                    .containsExactly("P1|3.1|file:///a|file:///b|TRUNCATED|2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void givesWarningsTheirPresentNames(TestDatabase database) throws SQLException {
        String url = database.create(folder);
        Flyway.configure()
                .dataSource(url, database == TestDatabase.SQLITE ? null : "postgres", null)
                .locations("classpath:db/migration/common", Dialect.of(url).migrations())
                .target("5")
                .load()
                .migrate();
        execute(
                url,
                "insert into instance (sop_instance_uid, source_key, source_uri, size, version, header_digest,"
                        + " transfer_syntax_uid, warnings) values ('3.1', 7, 'file:///a', 1, '1', '00', '1.2',"
                        + " 'NO_PREAMBLE,TRANSFER_SYNTAX_CONCLUDED,CHARACTER_SET_MISSPELT')");

        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE)) {
            assertThat(Rows.of(dataSource, "select warnings from instance"))
                    .containsExactly("NO_PREAMBLE,TRANSFER_SYNTAX_INFERRED,CHARACTER_SET_MISSPELLED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void refusesADatabaseOfANewerRelease(TestDatabase database) throws SQLException {
        String url = database.create(folder);
        Database.open(url, Credentials.NONE).close();
        execute(
                url,
                "update flyway_schema_history set version = '999' where installed_rank ="
                        + " (select max(installed_rank) from flyway_schema_history)");

        assertThatThrownBy(() -> Database.open(url, Credentials.NONE))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("its schema is of version 999, made by a newer release");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void opensTwice(TestDatabase database) throws SQLException {
        String url = database.create(folder);
        Database.open(url, Credentials.NONE).close();

        try (HikariDataSource again = Database.open(url, Credentials.NONE)) {
            assertThat(Rows.of(again, "select count(*) from instance")).containsExactly("0");
        }
    }

    @Test
    void saysThatAServerIsAway() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + freePort() + "/lidc?user=u&password=secret";

        assertThatThrownBy(() -> Database.open(url, Credentials.NONE))
                .isInstanceOf(SQLTransientException.class)
                .hasMessageContaining("refused")
                .hasMessageNotContaining("secret");
    }

    @Test
    void opensNoFileThatIsNotThere() {
        Path file = folder.resolve("mistyped/lidc.db");

        assertThatThrownBy(() -> Database.openExisting("jdbc:sqlite:" + file, Credentials.NONE))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("there is no database " + file);
        assertThat(file.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void makesNoSchemaWhereOneIsToBeThere(TestDatabase database) throws Exception {
        String url = database.create(folder);
        execute(url, "create table other (number integer)");

        assertThatThrownBy(() -> Database.openExisting(url, Credentials.NONE))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("holds no tables of this program");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void opensADatabaseThatIsThere(TestDatabase database) throws SQLException {
        String url = database.create(folder);
        Database.open(url, Credentials.NONE).close();

        try (HikariDataSource again = Database.openExisting(url, Credentials.NONE)) {
            assertThat(Rows.of(again, "select count(*) from instance")).containsExactly("0");
        }
    }

    @Test
    void refusesAnUnknownDatabase() {
        assertThatThrownBy(() -> Database.open("jdbc:other://u:secret@host/lidc", Credentials.NONE))
                .hasMessage("no support for the database jdbc:other; use jdbc:sqlite:FILE or"
                        + " jdbc:postgresql://HOST/DATABASE");
    }

    @Test
    void saysWhichFileAnotherProcessHasToClose() throws SQLException {
        Path file = folder.resolve("held.db");
        String url = "jdbc:sqlite:" + file + "?busy_timeout=50";
        try (HikariDataSource dataSource = Database.open(url, Credentials.NONE);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");

            assertThatThrownBy(() -> new MetadataStore(dataSource).begin("run-1", "file:///"))
                    .isInstanceOf(SQLNonTransientException.class)
                    .hasMessage("another process holds " + file + " locked and has to close it");
        }
    }

    @Test
    void saysThatTheDiskIsFull() throws SQLException {
        Path file = folder.resolve("small.db");
        Database.open("jdbc:sqlite:" + file, Credentials.NONE).close();
        try (HikariDataSource dataSource =
                Database.open("jdbc:sqlite:" + file + "?max_page_count=1", Credentials.NONE)) {
            MetadataStore store = new MetadataStore(dataSource);
            Extraction large = TestInstance.of("3.1")
                    .with("image_type", "A".repeat(100_000))
                    .read();

            assertThatThrownBy(() -> {
                        store.begin("run-1", "file:///");
                        store.store(new ReadChunk("run-1", 1, 0, Set.of(), List.of(large)));
                    })
                    .isInstanceOf(SQLTransientException.class)
                    .hasMessage("no room is left on the disk of the database " + file);
        }
    }

    @Test
    void refusesAWrongPasswordWithoutRepeatingIt() throws SQLException {
        String url = TestServer.createDatabase();
        TestServer.execute("do $$ begin if not exists (select from pg_roles where rolname = 'guest') then"
                + " create role guest login connection limit 0; end if; end $$");
        String guest = url.replaceFirst("\\?.*", "");

        assertThatThrownBy(() -> Database.open(guest, new Credentials("guest", "secret")))
                .hasMessageContaining("guest")
                .hasMessageNotContaining("secret");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
