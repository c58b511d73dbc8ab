package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment variable LOG_FORMAT. */
class LogFormatIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void makesEachLineADocumentWithRunSourceAndRouteInItsLabels() throws Exception {
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, Home.sample(folder).toString());
        Process service =
                Child.start(Map.of("LOG_FORMAT", "json"), home.folder(), log(), "run", "--out", folder.resolve("out"));
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(log()).contains("210 stored"));
        } finally {
            service.destroyForcibly().waitFor();
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log())) {
            // The class path of tests holds some jars twice.
            if (!line.contains("found 2 resources")) {
                lines.add(JSON.readTree(line));
            }
        }

        assertThat(lines).allSatisfy(line -> assertThat(line.fieldNames())
                .toIterable()
                .contains("@timestamp", "ecs.version", "log.level", "message", "log.logger", "service.name"));
        assertThat(lines)
                .filteredOn(line -> line.get("message").asText().matches("Run .*"))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.get("message").asText()).contains(label(line, "run"));
                    assertThat(label(line, "source")).startsWith("file:///");
                    assertThat(label(line, "route")).isEqualTo("folder");
                });
        assertThat(lines)
                .filteredOn(line -> label(line, "code").equals("TRUNCATED"))
                .isNotEmpty();
    }

    @Test
    void stopsTheStartWhereItIsNone() throws Exception {
        Process child = Child.start(
                Map.of("LOG_FORMAT", "xml"), Home.in(folder).folder(), log(), "status", "--out", folder.resolve("out"));

        assertThat(child.waitFor()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(log()))
                .isEqualTo("lidc: the environment variable LOG_FORMAT is 'xml'; it must be text or json\n");
    }

    private static String label(JsonNode line, String name) {
        return line.path("labels." + name).asText();
    }

    private Path log() throws IOException {
        return folder.resolve("log");
    }
}
