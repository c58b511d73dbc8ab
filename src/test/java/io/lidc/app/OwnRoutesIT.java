package io.lidc.app;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.stow.PushKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.LoopbackServer;
import io.lidc.testing.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes of a user's own in {@code routes/service}, with keys of their own, beside ours. */
@SuppressWarnings("try") // A service runs while its block lasts.
class OwnRoutesIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final String ARCHIVE = """
            - route:
                id: my-archive
                from:
                  uri: dicom-source:{{my.archive}}
                  parameters:
                    scheduler: quartz
                    scheduler.cron: "0/1 * * * * ?"
                    filter: "${body.text('Modality')} == 'CT'"
                  steps:
                    - to:
                        uri: direct:chunk
            """;
    private static final String WEBHOOK = """
            - route:
                id: my-webhook
                from:
                  uri: seda:run-ended
                  parameters:
                    multipleConsumers: true
                  steps:
                    - setBody:
                        simple: >-
                          {"state": "${body.state}", "discovered": ${body.discovered},
                          "stored": ${body.totals.count('STORED')}, "skipped": ${body.totals.count('SKIPPED')}}
                    - setHeader:
                        name: CamelHttpMethod
                        constant: POST
                    - to:
                        uri: "{{my.webhook}}"
            """;
    private static final String TIMER = """
            - route:
                id: my-timer
                from:
                  uri: timer:my-timer
                  parameters:
                    delay: 0
                    repeatCount: 1
                  steps:
                    - setHeader:
                        name: CamelHttpMethod
                        constant: POST
                    - to:
                        uri: "{{my.webhook}}"
            """;
    private static final String GREETING = """
            - route:
                id: my-greeting
                from:
                  uri: undertow:http://127.0.0.1:{{my.port}}/greeting
                  steps:
                    - setBody:
                        constant: welcome
            """;

    @TempDir
    private Path folder;

    private Home home;
    private WireMockServer webhook;
    private Service service;
    private int port;

    @BeforeEach
    void write() throws IOException {
        Path archive = Files.createDirectory(folder.resolve("my archive"));
        for (int i = 0; i < 5; i++) {
            String modality = i < 3 ? "CT" : "MR";
            Files.write(
                    archive.resolve(i + ".dcm"), DicomFile.instance(i, modality).bytes());
        }
        webhook = LoopbackServer.start();
        webhook.stubFor(post(anyUrl()).willReturn(ok()));
        port = freePort();
        home = Home.in(folder)
                .add("my.archive", archive.toString())
                .add("my.webhook", webhook.baseUrl() + "/hook")
                .add("my.port", Integer.toString(port));
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        webhook.stop();
    }

    @Test
    void aScheduledRouteSkipsAModalityAndAHookTellsTheTotals() throws Exception {
        home.write("routes/service/my-archive.camel.yaml", ARCHIVE + WEBHOOK);
        serve();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> webhook.verify(postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$[?(@.state == 'COMPLETED' && @.discovered == 5)]"))
                        .withRequestBody(matchingJsonPath("$[?(@.stored == 3 && @.skipped == 2)]"))));
        assertThat(service.rows("select count(*) from set_aside where outcome = 'SKIPPED'"))
                .containsExactly("2");
    }

    @Test
    void aTimerRunsBesideOurs() throws Exception {
        home.write("routes/service/my-timer.camel.yaml", TIMER);
        serve();

        await().atMost(TIMEOUT).untilAsserted(() -> webhook.verify(postRequestedFor(anyUrl())));
    }

    @Test
    void aWebServiceRunsBesideOurs() throws Exception {
        home.set(PushKeys.ENABLED, "true").set(PushKeys.PORT, Integer.toString(freePort()));
        home.write("routes/service/my-greeting.camel.yaml", GREETING);
        serve();

        assertThat(greeting()).isEqualTo("welcome");
    }

    @Test
    void aWebServiceRunsWithoutOurs() throws Exception {
        home.write("routes/service/my-greeting.camel.yaml", GREETING);
        serve();

        assertThat(greeting()).isEqualTo("welcome");
    }

    private void serve() throws Exception {
        service = Service.start(home, folder.resolve("out"));
    }

    private String greeting() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/greeting"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
