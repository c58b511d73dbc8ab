package io.lidc.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.ingest.IngestKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database holds of runs that a polled route of ours starts. */
class PolledRunIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void pollTheSample() throws IOException {
        home = Home.in(folder)
                .set(IngestKeys.CHUNK_SIZE, "1")
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(FolderKeys.PATH, Home.sample(folder).toString());
    }

    @Test
    void aServiceThatStopsInMidRunEndsItAsStopped() throws Exception {
        home.edit("routes/chunk.camel.yaml", text -> text + "        - delay:\n            constant: \"200\"\n");
        try (Service service = Service.start(home, folder.resolve("out"))) {
            await().atMost(TIMEOUT)
                    .until(() -> !service.rows("select * from instance").isEmpty());
            service.stop();

            assertThat(ends(service)).isEqualTo("STOPPED|1");
        }
    }

    @Test
    void aChunkThatFailsEndsTheRunAsFailed() throws Exception {
        home.edit("routes/chunk.camel.yaml", text -> text + """
                        - throwException:
                            exceptionType: java.io.IOException
                            message: no room
                """);
        try (Service service = Service.start(home, folder.resolve("out"))) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(ends(service)).isEqualTo("FAILED|1"));
        }
    }

    @Test
    void aPollThatFindsNothingLeavesNoRun() throws Exception {
        home.set(FolderKeys.PATH, Files.createDirectory(folder.resolve("empty")).toString());
        try (Service service = Service.start(home, folder.resolve("out"))) {
            await().during(Duration.ofSeconds(1)).atMost(TIMEOUT).until(() -> service.rows("select * from run")
                    .isEmpty());
        }
    }

    /** State of the first run, and whether its end has a time. */
    private static String ends(Service service) throws SQLException {
        return service.rows("select state, finished_at is not null from run order by started_at").stream()
                .findFirst()
                .orElse("none");
    }
}
