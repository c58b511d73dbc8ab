package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that hold little, or what no scanner writes. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportWriterTest {
    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void saysThatADatabaseIsEmpty() throws Exception {
        assertThat(report()).contains("The database is empty").doesNotContain("<svg");
    }

    @Test
    void saysThatADatabaseHoldsNoCt() throws Exception {
        Ingested.trees(folder, dataSource, List.of(firstFileOf("SAMPLE-0002")));

        assertThat(report()).contains("The database holds no CT series").doesNotContain("Quality of the CT series");
    }

    @Test
    void reportsOnASingleInstance() throws Exception {
        Ingested.trees(folder, dataSource, List.of(firstFileOf("SAMPLE-0001")));

        assertThat(report())
                .contains("One only: 2.5 mm.")
                .contains("One only: single slice.")
                .doesNotContain("<svg");
    }

    @Test
    void tellsHowManySeriesAreNotCheckedYet() throws Exception {
        Ingested.sample(folder, dataSource);
        execute("delete from series_quality");

        assertThat(report()).contains("12 series are not checked yet; the next run does that.");
    }

    @Test
    void seesWhatWasStoredSinceTheLastReport() throws Exception {
        Ingested.trees(folder, dataSource, List.of(firstFileOf("SAMPLE-0001")));
        report();
        Ingested.sample(folder, dataSource);

        report();

        assertThat(CsvRows.of(folder.resolve("report/modality.csv"))).containsExactly("CT|12", "DX|1");
    }

    @Test
    void removesThePlotsThatItNoLongerDraws() throws Exception {
        Ingested.sample(folder, dataSource);
        report();
        execute("update series set manufacturer = 'one'");

        report();

        assertThat(folder.resolve("report/plots/manufacturer.svg")).doesNotExist();
    }

    @Test
    void keepsWhatElseLiesInTheFolder() throws Exception {
        Path own = Files.createDirectories(folder.resolve("report/plots")).resolve("own.svg");
        Files.writeString(own, "mine");

        report();

        assertThat(own).hasContent("mine");
    }

    @Test
    void escapesWhatHeadersSay() throws Exception {
        Ingested.sample(folder, dataSource);
        execute(
                "update series set manufacturer = '<script>alert(1)</script> & \"\u0007' where manufacturer = 'SIEMENS'");

        String html = report();

        assertThatCode(() -> ReportPageTest.parse(html)).doesNotThrowAnyException();
        assertThat(html)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;\uFFFD");
    }

    @Test
    void countsAgesThatAreNoAgesAsNotGiven() throws Exception {
        Ingested.sample(folder, dataSource);
        execute("update study set patient_age = 'abcY' where patient_age = '060Y'");

        assertThat(report()).contains("Not given for 1 of 6 studies.");
    }

    @Test
    void leavesTheConnectionAsItWas() throws Exception {
        report();

        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(Rows.of(connection, "select count(*) from series_overview"))
                    .containsExactly("0");
        }
    }

    @Test
    void failsWhereTheFolderIsAFile() throws Exception {
        Files.writeString(folder.resolve("report"), "a file");

        assertThatThrownBy(this::report).isInstanceOf(IOException.class);
    }

    private String report() throws Exception {
        return Files.readString(
                new ReportWriter(dataSource, folder.resolve("report").toString()).write());
    }

    /** Of the first patient of the sample that is a CT slice, of the second one a radiograph. */
    private Path firstFileOf(String patient) throws IOException {
        try (Stream<Path> files =
                Files.walk(Home.sample(Files.createTempDirectory(folder, "one")).resolve(patient))) {
            return files.filter(file -> file.endsWith("000001.dcm"))
                    .min((one, other) -> one.toString().compareTo(other.toString()))
                    .orElseThrow();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
