package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.metadata.PrivacyKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Home.Result;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One database holds rows of one mode and one key, and a way leads from one to another. */
class DeidentifyCommandIT {
    private static final String PATIENTS = "select patient_id, patient_name from patient order by patient_id";

    @TempDir
    private Path folder;

    private Home home;
    private Path sample;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        sample = Home.sample(folder);
    }

    @Test
    void ingestRefusesADatabaseOfAnotherMode() throws Exception {
        ingest("keep");
        List<String> before = Rows.of(url(), PATIENTS);
        Result result = ingest("drop");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("by keep", "is drop", "lidc deidentify");
        assertThat(Rows.of(url(), PATIENTS)).isEqualTo(before);
        assertThat(Rows.of(url(), "select count(*) from run")).containsExactly("1");
    }

    @Test
    void ingestRefusesADatabaseOfAnotherKey() throws Exception {
        key("the first key of this test");
        ingest("pseudonymise");
        key("the other key of this test");
        Result result = ingest("pseudonymise");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .containsPattern("by pseudonymise \\(key [0-9a-f]{16}\\)")
                .contains("cannot bring back")
                .doesNotContain("key of this test");
    }

    @Test
    void serviceRefusesADatabaseOfAnotherMode() throws Exception {
        ingest("keep");
        home.set(PrivacyKeys.PATIENT, "drop");
        Result result = home.run("run", "--out", out());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("lidc deidentify");
    }

    @Test
    void demoRefusesADatabaseOfAnotherMode() throws Exception {
        ingest("keep");
        home.set(PrivacyKeys.PATIENT, "drop");

        assertThat(home.run("demo", "--out", out()).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void appliesTheModeToTheRowsThatAreThere() throws Exception {
        ingest("keep");
        Result result = deidentify("drop");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).containsPattern("patients +1, before [2-9]");
        assertThat(Rows.of(url(), PATIENTS)).containsExactly("|null");
        assertThat(ingest("drop").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void printsNoValue() throws Exception {
        ingest("keep");
        List<String> values = Rows.of(url(), "select patient_id from patient where patient_id <> ''");
        values.addAll(Rows.of(url(), "select patient_name from patient where patient_name is not null"));
        Result result = deidentify("drop");

        assertThat(values).isNotEmpty().allSatisfy(value -> assertThat(result.out() + result.err())
                .doesNotContain(value));
    }

    @Test
    void bringsNothingBack() throws Exception {
        ingest("drop");
        Result result = deidentify("keep");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("by drop", "is keep", "cannot bring back");
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        key("the first key of this test");
        ingest("keep");
        deidentify("pseudonymise");
        List<String> pseudonyms = Rows.of(url(), PATIENTS);
        Result result = deidentify("pseudonymise");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Rows.of(url(), PATIENTS)).isEqualTo(pseudonyms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "drop"})
    void ingestWaitsForWhatWasCutOff(String mode) throws Exception {
        ingest("keep");
        execute("update database_setting set value = 'incomplete drop' where name = 'privacy'");
        Result result = ingest(mode);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("cut off", "on the way to drop");
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        ingest("keep");
        execute("update database_setting set value = 'incomplete drop' where name = 'privacy'");

        assertThat(deidentify("drop").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Rows.of(url(), PATIENTS)).containsExactly("|null");
    }

    @Test
    void takesRowsWithoutARecordForKept() throws Exception {
        ingest("keep");
        execute("delete from database_setting");

        assertThat(ingest("drop").err()).contains("by keep", "is drop", "lidc deidentify");
    }

    @Test
    void ingestsIntoADatabaseWithoutARecordAsBefore() throws Exception {
        ingest("keep");
        execute("delete from database_setting");

        assertThat(ingest("keep").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Rows.of(url(), "select value from database_setting")).containsExactly("keep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "deidentify"})
    void treatsNoPseudonymsWithoutARecordAsValues(String command) throws Exception {
        key("the first key of this test");
        ingest("pseudonymise");
        execute("delete from database_setting");
        Result result = command.equals("ingest") ? ingest("pseudonymise") : deidentify("pseudonymise");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("lidc deidentify --as-is");
    }

    @Test
    void recordsWhatARowsModeIs() throws Exception {
        key("the first key of this test");
        ingest("pseudonymise");
        List<String> pseudonyms = Rows.of(url(), PATIENTS);
        execute("delete from database_setting");
        home.run("deidentify", "--as-is", "--out", out());

        assertThat(ingest("pseudonymise").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Rows.of(url(), PATIENTS)).isEqualTo(pseudonyms);
    }

    @Test
    void createsNoDatabase() throws Exception {
        Result result = deidentify("drop");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(out()).doesNotExist();
    }

    private Result ingest(String mode) throws IOException {
        home.set(PrivacyKeys.PATIENT, mode);
        return home.run("ingest", sample, "--out", out());
    }

    private Result deidentify(String mode) throws IOException {
        home.set(PrivacyKeys.PATIENT, mode);
        return home.run("deidentify", "--out", out());
    }

    private void key(String key) throws IOException {
        home.set(
                PrivacyKeys.KEY.key(),
                Files.writeString(folder.resolve("key"), key).toString());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String url() {
        return "jdbc:sqlite:" + out().resolve("lidc.db");
    }
}
