package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lidc.alert.AlertKeys;
import io.lidc.alert.channel.ChannelKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Receiver;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a patient stands in what the program says, whatever the objects. */
class PatientDataIT {
    private static final Path CORPUS = Path.of("../shared/corpus");

    /** A shorter value, 1 or M, stands in any text. */
    private static final int MIN_LENGTH = 5;

    @TempDir
    private Path folder;

    @Test
    void standsNeitherInLogsAtDebugNorInAlertsNorInDeadLetters() throws Exception {
        assumeThat(CORPUS).as("the corpus of DICOM files").isDirectory();
        try (Receiver webhook = Receiver.start()) {
            Path url = Files.writeString(folder.resolve("url"), webhook.url());
            Home home = Home.in(folder)
                    .set(FolderKeys.ENABLED, "true")
                    .set(FolderKeys.PATH, CORPUS.toString())
                    .set(AlertKeys.FAILURE_SHARE, "0")
                    .set(AlertKeys.FAILURE_MIN_OBJECTS, "1")
                    .set(AlertKeys.PERIOD, "200")
                    .set(ChannelKeys.WEBHOOK_ENABLED, "true")
                    .set(ChannelKeys.WEBHOOK_URL.key(), url.toString());
            Path log = folder.resolve("log");
            Process service = Child.start(
                    Map.of("LOG_LEVEL", "DEBUG"), home.folder(), log, "run", "--out", folder.resolve("out"));
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(120))
                        .until(() -> Files.readString(log, StandardCharsets.ISO_8859_1)
                                        .contains(" COMPLETED: ")
                                && !webhook.bodies().isEmpty());
            } finally {
                service.destroyForcibly().waitFor();
            }
            String said = Files.readString(log, StandardCharsets.UTF_8) + webhook.bodies() + deadLetters();
            Set<String> values = values();

            assertThat(values).hasSizeGreaterThan(10);
            assertThat(values).filteredOn(said::contains).isEmpty();
            assertThat(said).doesNotContain("secret-part");
        }
    }

    /** Names, IDs, birth dates and accession numbers, but those that stand in the corpus's own file names. */
    private Set<String> values() throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        for (String query : List.of(
                "select patient_name from patient",
                "select patient_id from patient",
                "select patient_birth_date from patient",
                "select accession_number from study")) {
            found.addAll(Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query));
        }
        String paths;
        try (Stream<Path> files = Files.walk(CORPUS)) {
            paths = files.map(Path::toString).collect(Collectors.joining("\n"));
        }
        return found.stream()
                .filter(value -> value.length() >= MIN_LENGTH && !value.equals("null") && !paths.contains(value))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String deadLetters() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("out/dead-letter"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
