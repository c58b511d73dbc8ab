package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who edits a route or a setting and applies the overlay again, replaces the pods. */
class RouteEditTest {
    @TempDir
    private Path copy;

    @BeforeEach
    void copyWhatIsRendered() throws IOException {
        for (String folder : List.of("k8s", "routes", "config")) {
            FileUtils.copyDirectoryToDirectory(new File(folder), copy.toFile());
        }
    }

    @Test
    void aChangedRouteChangesThePods() throws Exception {
        Manifest before = deployment();
        append("routes/chunk.camel.yaml");

        assertThat(deployment()).isNotEqualTo(before);
    }

    @Test
    void aChangedRouteOfTheServiceChangesThePods() throws Exception {
        Manifest before = deployment();
        append("routes/service/folder.camel.yaml");

        assertThat(deployment()).isNotEqualTo(before);
    }

    @Test
    void aChangedSettingChangesThePods() throws Exception {
        Manifest before = deployment();
        append("config/application.properties");

        assertThat(deployment()).isNotEqualTo(before);
    }

    @Test
    void whatIsNotChangedLeavesThePodsAsTheyAre() throws Exception {
        assertThat(deployment()).isEqualTo(deployment());
    }

    private Manifest deployment() throws Exception {
        return Kustomize.render(copy.resolve("k8s/overlays/local")).stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .findFirst()
                .orElseThrow();
    }

    private void append(String file) throws IOException {
        Path path = copy.resolve(file);
        Files.writeString(path, Files.readString(path) + "# edited\n");
    }
}
