package io.lidc.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.LoggedLines;
import io.lidc.testing.MonitoredService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose lease another one holds. */
class WaitingForTheLeaseIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String LEADER = "lidc_lease_leader";

    @TempDir
    private Path folder;

    private MonitoredService holder;
    private MonitoredService waiting;

    @BeforeEach
    void start() throws Exception {
        holder = service("holder");
        await().atMost(TIMEOUT).until(() -> holder.metrics().get(LEADER) == 1);
        waiting = service("waiting");
    }

    @AfterEach
    void stop() {
        holder.close();
        waiting.close();
    }

    private MonitoredService service(String name) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        Home home = Home.in(own)
                .set(LeaseKeys.TYPE, "file")
                .set(LeaseKeys.DIRECTORY, folder.resolve("lease").toString())
                .set(LeaseKeys.RETRY_PERIOD, "200")
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, Home.sample(own).toString());
        return MonitoredService.start(home, own);
    }

    @Test
    void isReadyAsItMayTakeOver() throws Exception {
        assertThat(waiting.get("/observe/health/ready").statusCode())
                .as(waiting.get("/observe/health/ready").body())
                .isEqualTo(200);
    }

    @Test
    void saysThatItDoesNotHoldTheLease() throws Exception {
        assertThat(waiting.metrics()).containsEntry(LEADER, 0.0);
    }

    @Test
    void stopsLikeAnyOther() throws Exception {
        Class<?> services = Class.forName("org.apache.camel.impl.engine.InternalServiceManager");
        try (LoggedLines lines = new LoggedLines(services)) {
            waiting.close();

            assertThat(lines.messages()).noneMatch(line -> line.contains("exception will be ignored"));
        }
    }
}
