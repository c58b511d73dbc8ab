package io.lidc.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.alert.AlertKeys;
import io.lidc.alert.channel.ChannelKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import io.lidc.testing.Receiver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that is stopped while a service runs, and started again. */
class StoppedDatabaseIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private int port;
    private EmbeddedPostgres server;
    private Receiver personOnCall;
    private MonitoredService service;

    @BeforeEach
    void start() throws Exception {
        port = MonitoredService.freePort();
        server = server();
        personOnCall = Receiver.start();
        Path key = Files.writeString(folder.resolve("key.txt"), "integration-key");
        Home home = Home.in(folder)
                .set(AlertKeys.PERIOD, "500")
                .set(ChannelKeys.PAGERDUTY_ENABLED, "true")
                .set(ChannelKeys.PAGERDUTY_URL, personOnCall.url())
                .set(ChannelKeys.PAGERDUTY_KEY.key(), key.toString())
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
        personOnCall.close();
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

    @Test
    void callsAPersonBesidesAndRecoversByItself() throws IOException {
        await().atMost(PROMISED).until(() -> ready() == 503);
        await().atMost(TIMEOUT).until(() -> actions().equals(List.of("trigger")));
        server = server();
        await().atMost(TIMEOUT).until(() -> ready() == 200);

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(actions()).containsExactly("trigger", "resolve"));
    }

    private List<String> actions() {
        return personOnCall.documents().stream()
                .map(event -> event.at("/event_action").asText())
                .toList();
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
