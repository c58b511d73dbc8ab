package io.lidc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.config.Settings;
import io.lidc.source.FolderKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route of a user's own that docs/routes.md shows. */
class DocumentedRouteIT {
    @TempDir
    private Path folder;

    @Test
    void writesALineForARunWithUnreadableObjects() throws Exception {
        Path written = folder.resolve("failed-runs.txt");
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(
                        FolderKeys.PATH,
                        Files.createDirectory(folder.resolve("data")).toString());
        Files.createFile(folder.resolve("data/empty.dcm"));
        Files.writeString(
                home.folder().resolve("routes/service/own.camel.yaml"),
                shown().replace("file:outputs", "file:" + folder));
        Settings settings = Configuration.load(
                home.folder(), Map.of(), Map.of(DatabaseKeys.URL, "jdbc:sqlite:" + folder.resolve("lidc.db")));
        try (HikariDataSource dataSource = ConfiguredDatabase.open(settings)) {
            Pipeline pipeline = ServedPipeline.start(settings, dataSource);
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(written) && Files.size(written) > 0);
            } finally {
                pipeline.close();
            }
        }

        assertThat(written).content().endsWith(" COMPLETED: 1 failed\n");
    }

    private static String shown() throws Exception {
        String document = Files.readString(Path.of("docs/routes.md"));
        int start = document.indexOf("    - route:");
        return document.substring(start, document.indexOf("## Stop"))
                        .stripTrailing()
                        .replaceAll("(?m)^    ", "") + "\n";
    }
}
