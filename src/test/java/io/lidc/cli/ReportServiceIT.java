package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.manifest.ManifestKeys;
import io.lidc.report.ReportKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service leaves beside the database after a run. */
class ReportServiceIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void configure() throws Exception {
        home = Home.in(folder);
        home.set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, Home.sample(folder).toString());
    }

    @Test
    void leavesTheReportWhereItIsEnabled() throws Exception {
        home.set(ReportKeys.ENABLED, "true")
                .set(ReportKeys.DIRECTORY, folder.resolve("report").toString());

        try (Service service = Service.start(home, folder)) {
            await().atMost(TIMEOUT).until(() -> Files.exists(folder.resolve("report/index.html")));

            assertThat(service.rows("select state from run")).containsExactly("COMPLETED");
        }
    }

    @Test
    void leavesAManifestWhereItIsEnabled() throws Exception {
        home.set(ManifestKeys.ENABLED, "true")
                .set(ManifestKeys.DIRECTORY, folder.resolve("runs").toString());

        try (Service service = Service.start(home, folder)) {
            await().atMost(TIMEOUT).until(() -> manifests() == 1);

            String run = service.rows("select run_id from run where stored > 0").get(0);
            assertThat(folder.resolve("runs").resolve(run + ".json")).exists();
        }
    }

    @Test
    void checksTheSeriesOfEachRun() throws Exception {
        try (Service service = Service.start(home, folder)) {
            await().atMost(TIMEOUT).until(() -> service.rows("select count(*) from series_quality")
                    .equals(List.of("12")));

            assertThat(service.rows("select count(*) from series_quality where verdict = 'BROKEN'"))
                    .containsExactly("3");
        }
    }

    private long manifests() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.exists(runs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
