package io.lidc.metrics;

import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.stow.PushKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** A service that has had some of everything: a folder, an inbox, pushes; failures, and headers that lack something. */
final class BusyService {
    private static final int META_INFORMATION = 160;

    private BusyService() {}

    static MonitoredService start(Path folder) throws Exception {
        int pushPort = MonitoredService.freePort();
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Home home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, Home.sample(folder).toString())
                .set(InboxKeys.ENABLED, "true")
                .set(InboxKeys.PERIOD, "200")
                .set(InboxKeys.QUIET, "0")
                .set(InboxKeys.PATH, inbox.toString())
                .set(PushKeys.ENABLED, "true")
                .set(PushKeys.PORT, Integer.toString(pushPort))
                .set(PushKeys.RUN_IDLE, "1");
        byte[] instance = DicomFile.instance(1, "CT").bytes();
        Files.write(inbox.resolve("whole.dcm"), instance);
        byte[] other = DicomFile.instance(2, "CT").bytes();
        Files.write(inbox.resolve("without-preamble.dcm"), Arrays.copyOfRange(other, META_INFORMATION, other.length));
        MonitoredService service = MonitoredService.start(home, folder.resolve("out"));
        push(pushPort, "application/dicom", DicomFile.instance(3, "CT").bytes());
        push(pushPort, "text/html", new byte[1]);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.metrics().getOrDefault("lidc_runs_total{source=\"push\",state=\"COMPLETED\"}", 0.0)
                                == 1
                        && service.metrics().getOrDefault("lidc_runs_total{source=\"folder\",state=\"COMPLETED\"}", 0.0)
                                == 1
                        && service.metrics().getOrDefault("lidc_waiting_objects{source=\"inbox\"}", -1.0) >= 0
                        && service.rows("select * from run where state = 'RUNNING'")
                                .isEmpty());
        return service;
    }

    private static void push(int port, String type, byte[] content) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/instances"))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                                .build(),
                        BodyHandlers.discarding());
    }
}
