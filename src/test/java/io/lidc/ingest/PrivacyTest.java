package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.metadata.PrivacyKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Home.Result;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of patients, from the setting to the tables. */
class PrivacyTest {
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
    void dropsWhatTellsWhoAPatientIs() throws Exception {
        home.set(PrivacyKeys.PATIENT, "drop");

        assertThat(patients("drop")).containsExactly("||null|null");
    }

    @Test
    void pseudonymisesEachPatient() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "a key for this test\n");
        home.set(PrivacyKeys.KEY.key(), key.toString());
        List<String> kept = patients("kept");
        home.set(PrivacyKeys.PATIENT, "pseudonymise");
        List<String> pseudonyms = patients("pseudonyms");

        assertThat(pseudonyms)
                .hasSameSizeAs(kept)
                .doesNotContainAnyElementsOf(kept)
                .allMatch(row ->
                        row.matches("([0-9a-f]{32})?\\|([0-9a-f]{32})?\\|([0-9a-f]{32}|null)\\|([0-9a-f]{32}|null)"));
    }

    @Test
    void doesNotStartWithPseudonymsAndNoKey() throws IOException {
        home.set(PrivacyKeys.PATIENT, "pseudonymise");
        Result result = home.run("ingest", sample, "--out", folder.resolve("out"));

        assertThat(result.exitCode() + " " + result.err())
                .startsWith("2 ")
                .contains("PRIVACY_KEY")
                .doesNotContain("\tat ");
    }

    private List<String> patients(String out) throws Exception {
        home.run("ingest", sample, "--out", folder.resolve(out));
        return Rows.of(
                "jdbc:sqlite:" + folder.resolve(out).resolve("lidc.db"),
                "select patient_id, issuer_of_patient_id, patient_name, patient_birth_date from patient");
    }
}
