package io.lidc.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inbox whose files stay quiet for an hour before they are taken, and a folder that is not there. */
class WaitingMetricsIT {
    @TempDir
    private Path folder;

    private MonitoredService service;

    @BeforeEach
    void start() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox/sub"));
        Files.createFile(inbox.resolve("a.dcm"));
        Path old = Files.createFile(inbox.resolveSibling("b.dcm"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(600)));
        service = MonitoredService.start(
                Home.in(folder)
                        .set(InboxKeys.ENABLED, "true")
                        .set(InboxKeys.QUIET, "3600000")
                        .set(InboxKeys.PATH, folder.resolve("inbox").toString())
                        .set(FolderKeys.ENABLED, "true")
                        .set(FolderKeys.PATH, folder.resolve("gone").toString()),
                folder.resolve("out"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.metrics().containsKey("lidc_waiting_objects{source=\"inbox\"}")
                        && service.metrics().get("lidc_source_up{source=\"folder\"}") == 0);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void countTheFilesOfAnInbox() throws Exception {
        assertThat(service.metrics()).containsEntry("lidc_waiting_objects{source=\"inbox\"}", 2.0);
    }

    @Test
    void tellTheAgeOfTheOldest() throws Exception {
        assertThat(service.metrics().get("lidc_waiting_oldest_age_seconds{source=\"inbox\"}"))
                .isCloseTo(600, Offset.offset(60.0));
    }

    @Test
    void sayOfASourceThatWasNeverReadThatItsTimeIsZero() throws Exception {
        assertThat(service.metrics())
                .containsEntry("lidc_last_successful_run_timestamp_seconds{source=\"folder\"}", 0.0);
    }

    @Test
    void takeAnEmptyPassForASuccess() throws Exception {
        assertThat(service.metrics().get("lidc_last_successful_run_timestamp_seconds{source=\"inbox\"}"))
                .isPositive();
    }
}
