package io.lidc.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.status.StatusKeys;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes of a service are told. */
class HealthIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void pollAFolder() throws IOException {
        home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(FolderKeys.PATH, folder.resolve("archive").toString());
    }

    @Test
    void isReadyOnceItsSourcesAreRead() throws Exception {
        Files.createDirectory(folder.resolve("archive"));
        try (MonitoredService service = start()) {
            await().atMost(TIMEOUT).until(() -> ready(service) == 200);

            assertThat(service.get("/observe/health/ready").body())
                    .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"source:folder\",\"status\":\"UP\"},"
                            + "{\"name\":\"context\",\"status\":\"UP\"},{\"name\":\"database\",\"status\":\"UP\"},"
                            + "{\"name\":\"dead-letters\",\"status\":\"UP\"}]}");
        }
    }

    @Test
    void isNotReadyWhileASourceIsUnavailableAndNamesTheRouteAlone() throws Exception {
        try (MonitoredService service = start()) {
            assertThat(service.get("/observe/health/ready").body())
                    .contains("{\"name\":\"source:folder\",\"status\":\"DOWN\"")
                    .doesNotContain("archive");
        }
    }

    @Test
    void isReadyAgainWhenTheSourceHasCome() throws Exception {
        try (MonitoredService service = start()) {
            await().atMost(TIMEOUT).until(() -> ready(service) == 503);
            Files.createDirectory(folder.resolve("archive"));

            await().atMost(TIMEOUT).until(() -> ready(service) == 200);
        }
    }

    @Test
    void isReadyDuringAFirstPassThatTakesLong() throws Exception {
        Files.move(Home.sample(folder), folder.resolve("archive"));
        home.haltAfterCommit();
        try (MonitoredService service = start()) {
            await().atMost(TIMEOUT).until(() -> ready(service) == 200);
        } finally {
            home.goOnAfterCommit();
        }
    }

    @Test
    void livesWhileItIsNotReady() throws Exception {
        try (MonitoredService service = start()) {
            assertThat(service.get("/observe/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsThatItsRoutesHaveStarted() throws Exception {
        try (MonitoredService service = start()) {
            assertThat(service.get("/observe/health/started").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isNotReadyWithoutRoomForDeadLetters() throws Exception {
        Files.createDirectory(folder.resolve("archive"));
        home.set(StatusKeys.MIN_FREE_BYTES, Long.toString(Long.MAX_VALUE - 1));
        try (MonitoredService service = start()) {
            assertThat(service.get("/observe/health/ready").body())
                    .contains("{\"name\":\"dead-letters\",\"status\":\"DOWN\"");
        }
    }

    @Test
    void isOpenWhereFiguresNeedAToken() throws Exception {
        try (MonitoredService service = MonitoredService.start(
                home,
                folder.resolve("out"),
                "jdbc:sqlite:" + folder.resolve("out/lidc.db"),
                Map.of("STATUS_TOKEN", "0123456789abcdef"))) {
            assertThat(service.get("/observe/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static int ready(MonitoredService service) throws IOException, InterruptedException {
        return service.get("/observe/health/ready").statusCode();
    }

    private MonitoredService start() throws Exception {
        return MonitoredService.start(home, folder.resolve("out"));
    }
}
