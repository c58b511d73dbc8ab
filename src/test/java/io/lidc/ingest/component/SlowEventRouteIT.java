package io.lidc.ingest.component;

import static org.awaitility.Awaitility.await;

import io.lidc.source.InboxKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route of a user's own that takes its time with the events of chunks. */
class SlowEventRouteIT {
    private static final String SLOW = """
            - route:
                id: slow
                from:
                  uri: seda:chunk-committed
                  parameters:
                    multipleConsumers: true
                  steps:
                    - delay:
                        constant: "600000"
            """;

    @TempDir
    private Path folder;

    @Test
    void doesNotKeepASourceFromBeingToldOfItsObjects() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.write(inbox.resolve("a.dcm"), DicomFile.instance(1, "CT").bytes());
        Home home = Home.in(folder)
                .set(InboxKeys.ENABLED, "true")
                .set(InboxKeys.QUIET, "0")
                .set(InboxKeys.PATH, inbox.toString())
                .write("routes/service/slow.camel.yaml", SLOW);
        try (Service service = Service.start(home, folder.resolve("out"))) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !service.rows("select * from instance").isEmpty());

            await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(inbox.resolve(".done/a.dcm")));
        }
    }
}
