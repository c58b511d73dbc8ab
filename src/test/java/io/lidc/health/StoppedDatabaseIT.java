package io.lidc.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that is stopped while a service runs, and started again. */
class StoppedDatabaseIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private int port;
    private EmbeddedPostgres server;
    private MonitoredService service;

    @BeforeEach
    void start() throws Exception {
        port = MonitoredService.freePort();
        server = server();
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "500")
                .set(
                        FolderKeys.PATH,
                        Files.createDirectory(folder.resolve("archive")).toString());
        service = MonitoredService.start(
                home, folder.resolve("out"), server.getJdbcUrl("postgres", "postgres"), Map.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> ready() == 200);
        server.close();
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        server.close();
    }

    @Test
    void takesReadinessAwayAndLeavesLiveness() {
        await().atMost(PROMISED).until(() -> ready() == 503);
        await().during(Duration.ofSeconds(2))
                .atMost(PROMISED)
                .until(() -> service.get("/observe/health/live").statusCode() == 200);
    }

    @Test
    void leavesTheStatusPageWithoutWhatTheDatabaseTells() throws Exception {
        assertThat(service.status().get("database").isNull()).isTrue();
    }

    @Test
    void givesReadinessBackOnceItIsThereAgain() throws IOException {
        await().atMost(PROMISED).until(() -> ready() == 503);
        server = server();

        await().atMost(Duration.ofSeconds(30)).until(() -> ready() == 200);
    }

    private int ready() throws IOException, InterruptedException {
        return service.get("/observe/health/ready").statusCode();
    }

    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }
}
