package io.lidc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.config.Settings;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second polled source is a file of a few lines. */
class PolledSourceTemplateIT {
    @TempDir
    private Path folder;

    @Test
    void takesInWhatIsInAFolderThatARouteFileNames() throws Exception {
        Path data = dataOf("CT");

        assertThat(outcomes(route(data, ""), 1)).containsExactly("STORED");
    }

    @Test
    void leavesOutWhatItsFilterDoesNotWant() throws Exception {
        Path data = dataOf("MR");
        String filter = "\n      - name: filter\n        value: \"${body.text('Modality')} == 'CT'\"";

        assertThat(outcomes(route(data, filter), 1)).containsExactly("SKIPPED");
    }

    private Path dataOf(String modality) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data it's"));
        Files.write(data.resolve("a.dcm"), DicomFile.instance(1, modality).bytes());
        return data;
    }

    private static String route(Path data, String more) {
        return """
                - templatedRoute:
                    routeTemplateRef: polled-source
                    routeId: second-folder
                    parameters:
                      - name: source
                        value: "%s\"""".formatted(data) + more + "\n";
    }

    private List<String> outcomes(String route, int count) throws Exception {
        Home home = Home.in(folder);
        Files.writeString(home.folder().resolve("routes/service/second.camel.yaml"), route);
        String url = "jdbc:sqlite:" + folder.resolve("lidc.db");
        Settings settings = Configuration.load(home.folder(), Map.of(), Map.of(DatabaseKeys.URL, url));
        String query = "select 'STORED' from instance union all select outcome from set_aside";
        try (HikariDataSource dataSource = ConfiguredDatabase.open(settings)) {
            Pipeline pipeline = ServedPipeline.start(settings, dataSource);
            try {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Rows.of(dataSource, query).size() == count);
                return Rows.of(dataSource, query);
            } finally {
                pipeline.close();
            }
        }
    }
}
