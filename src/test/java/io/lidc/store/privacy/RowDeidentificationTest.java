package io.lidc.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.metadata.StoredValues;
import io.lidc.store.FailingStatement;
import io.lidc.store.FaultyDataSource;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import io.lidc.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that were kept and de-identified then, against rows that were de-identified from the start. */
@ParameterizedClass
@CsvSource({"SQLITE,pseudonymise", "SQLITE,drop", "POSTGRESQL,pseudonymise", "POSTGRESQL,drop"})
class RowDeidentificationTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final String KEY = "a key for this test, long enough";
    private static final String ALL = "attributes: ['*']\n";
    private static final int FEW_ROWS = 20;

    /** Made once, as reading the trees takes longest. */
    private static final Map<String, String> URLS = new HashMap<>();

    @TempDir
    private static Path folder;

    @Parameter(0)
    private TestDatabase database;

    @Parameter(1)
    private String mode;

    @Test
    void areTheSame() throws Exception {
        try (HikariDataSource expected = ingested(mode);
                HikariDataSource dataSource = ingested("keep")) {
            deidentification(dataSource, mode).execute();

            assertSameRows(dataSource, expected);
        }
    }

    @Test
    void areTheSameWhereItWasCutOffAfterEachTransaction() throws Exception {
        try (HikariDataSource expected = ingested(mode);
                HikariDataSource dataSource = ingested("keep")) {
            int attempts = 1;
            while (isCutOff(new FaultyDataSource(dataSource)
                    .refuseConnections(attempts, 1)
                    .dataSource())) {
                attempts++;
            }

            assertThat(attempts).isGreaterThan(5);
            assertSameRows(dataSource, expected);
        }
    }

    @Test
    void areTheSameWhereItWasCutOffWithinTransactions() throws Exception {
        try (HikariDataSource expected = ingested(mode);
                HikariDataSource dataSource = ingested("keep")) {
            for (String statement : List.of(
                    "insert into database_setting",
                    "update series",
                    "update study",
                    "insert into patient",
                    "delete from database_setting")) {
                assertThat(isCutOff(FailingStatement.at(statement, dataSource)))
                        .as(statement)
                        .isTrue();
            }
            deidentification(dataSource, mode).execute();

            assertSameRows(dataSource, expected);
        }
    }

    @Test
    void leaveNoNameInTheFile() throws Exception {
        assumeTrue(database == TestDatabase.SQLITE);
        HikariDataSource dataSource = ingested("keep");
        String name =
                Rows.of(dataSource, "select max(patient_name) from patient").get(0);
        Path file = Database.file(dataSource.getJdbcUrl()).orElseThrow();
        try (dataSource) {
            deidentification(dataSource, mode).execute();
        }

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(name);
    }

    @Test
    void keepNothingOfTheWork() throws Exception {
        try (HikariDataSource dataSource = ingested("keep")) {
            deidentification(dataSource, mode).execute();

            assertThat(Rows.of(dataSource, "select name, value from database_setting"))
                    .containsExactly("privacy|" + deidentification(mode).state().text());
        }
    }

    private boolean isCutOff(DataSource dataSource) throws IOException {
        try {
            deidentification(dataSource, mode).execute();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private RowDeidentification deidentification(DataSource dataSource, String wanted) throws IOException {
        Deidentification deidentification = deidentification(wanted);
        ExtraAttributes extra = ExtraAttributes.load(
                Files.writeString(folder.resolve("attributes.yaml"), ALL).toString());
        return new RowDeidentification(
                dataSource, deidentification, new StoredValues(extra, deidentification), FEW_ROWS);
    }

    private static Deidentification deidentification(String mode) {
        return mode.equals("drop") ? Deidentification.drop() : Deidentification.pseudonymise(KEY);
    }

    /** A copy of a database that holds the trees in this mode. */
    private HikariDataSource ingested(String wanted) throws Exception {
        String name = database + wanted;
        if (!URLS.containsKey(name)) {
            URLS.put(name, ingest(wanted));
        }
        return Database.open(database.copy(URLS.get(name), folder), Credentials.NONE);
    }

    private String ingest(String wanted) throws Exception {
        Home home = Home.in(Files.createTempDirectory(folder, "home"))
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString())
                .set(PrivacyKeys.PATIENT, wanted)
                .set(
                        PrivacyKeys.KEY.key(),
                        Files.writeString(folder.resolve("key"), KEY).toString())
                .edit("config/attributes.yaml", text -> ALL);
        try (HikariDataSource dataSource = database.open(folder)) {
            Ingested.trees(home, dataSource, trees());
            return dataSource.getJdbcUrl();
        }
    }

    private List<Path> trees() throws IOException {
        List<Path> trees = new ArrayList<>();
        Path sample = folder.resolve("sample");
        trees.add(Files.exists(sample) ? sample : Home.sample(folder));
        if (Files.isDirectory(CORPUS)) {
            trees.add(CORPUS);
        }
        return trees;
    }

    private static void assertSameRows(DataSource dataSource, DataSource expected) throws SQLException {
        Map<String, List<String>> rows = Tables.of(dataSource);
        Tables.of(expected)
                .forEach((table, expectedRows) -> assertThat(Tables.difference(expectedRows, rows.get(table)))
                        .as(table)
                        .isEmpty());
    }
}
