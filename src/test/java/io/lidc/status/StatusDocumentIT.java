package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service says of itself after it has read the sample, which lies in a folder that is named after a patient. */
class StatusDocumentIT {
    private static final String NAME = "DOE^JANE";

    @TempDir
    private static Path folder;

    private static MonitoredService service;
    private static JsonNode status;

    @BeforeAll
    static void start() throws Exception {
        Path archive = folder.resolve(NAME);
        Files.move(Home.sample(folder), archive);
        service = MonitoredService.start(
                Home.in(folder).set(FolderKeys.ENABLED, "true").set(FolderKeys.PATH, archive.toString()),
                folder.resolve("out"));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        service.status().at("/database/runs/0/state").asText().equals("COMPLETED")
                                && service.status().at("/sources/0/objects").asInt() == 217);
        status = service.status();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void hasTheOutcomes() {
        assertThat(status.at("/outcomes/STORED").asInt()).isEqualTo(210);
    }

    @Test
    void hasTheFailuresByCode() {
        assertThat(status.at("/failures/TRUNCATED").asInt()).isEqualTo(1);
    }

    @Test
    void namesSourcesByTheirRoutesAndSaysWhenTheyWereRead() {
        assertThat(status.at("/sources/0/name").asText()).isEqualTo("folder");
        assertThat(status.at("/sources/0/readAt").asText()).endsWith("Z");
    }

    @Test
    void namesTheRecordsOfUnreadableObjects() throws Exception {
        Path letters = folder.resolve("out/dead-letter");
        String run = status.at("/database/failed/0/run").asText();
        String name = status.at("/database/failed/0/name").asText();

        assertThat(letters.resolve(run).resolve(name + ".json")).exists();
    }

    @Test
    void isReady() {
        assertThat(status.at("/health/status").asText()).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status.json", "/observe/metrics", "/observe/health/live", "/observe/health/ready"})
    void tellsNothingOfAPatientAndNoLocation(String path) throws Exception {
        List<String> telling = service.rows("select patient_id from patient union select patient_name from patient"
                + " union select patient_birth_date from patient union select accession_number from study");
        telling = telling.stream()
                .filter(value -> !value.equals("null") && !value.isBlank())
                .toList();

        assertThat(telling).hasSizeGreaterThan(5);
        assertThat(service.get(path).body()).doesNotContain(telling).doesNotContain(NAME, ".dcm", "file:");
    }
}
