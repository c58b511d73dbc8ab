package io.lidc.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.source.s3.S3Keys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service, whose folders, inbox and bucket are not there. */
class UnavailableSourceIT {
    @TempDir
    private Path folder;

    private Process service;

    @BeforeEach
    void startTheService() throws IOException {
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(FolderKeys.PATH, folder.resolve("sample").toString())
                .set(InboxKeys.ENABLED, "true")
                .set(InboxKeys.PERIOD, "100")
                .set(InboxKeys.PATH, folder.resolve("no-inbox").toString())
                .set(S3Keys.ENABLED, "true")
                .set(S3Keys.PERIOD, "100")
                .set(S3Keys.SOURCE, "s3:///no-bucket");
        service = Child.start(Map.of("LOG_LEVEL", "INFO"), home.folder(), log(), "run", "--out", folder.resolve("out"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(log()).contains("Source " + folder.resolve("sample")));
    }

    @AfterEach
    void endTheService() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    @Test
    void saysSoOfEachOfThem() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Files.readString(log()))
                .contains("Source " + folder.resolve("no-inbox"), "Source s3:///no-bucket"));
    }

    @Test
    void spendsALineOnEachOfThem() {
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Files.readAllLines(log()))
                .filteredOn(line -> line.contains("polling goes on"))
                .hasSize(3));
    }

    @Test
    void saysThatAFolderIsAvailableAgain() throws IOException {
        Home.sample(folder);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Files.readString(log()))
                .contains("Source " + folder.resolve("sample") + " is available again"));
    }

    @Test
    void saysOnceMoreThatAFolderIsUnavailableWhichWasThereMeanwhile() throws IOException {
        Path sample = Files.createDirectory(folder.resolve("sample"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.readString(log()).contains(sample + " is available again"));
        Files.delete(sample);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Files.readAllLines(log()))
                .filteredOn(line -> line.contains(sample + " was not read"))
                .hasSize(2));
    }

    @Test
    void readsAFolderThatComesLater() throws IOException {
        Home.sample(folder);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Rows.of(
                        "jdbc:sqlite:" + folder.resolve("out/lidc.db") + "?busy_timeout=10000",
                        "select count(*) from instance"))
                .containsExactly("210"));
    }

    private Path log() {
        return folder.resolve("log");
    }
}
