package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Child;
import io.lidc.testing.Home;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a service leaves in its log and in its temporary folders. */
@Timeout(180)
class PushLogIT {
    private static final String TOKEN = "a-token-that-nobody-reads";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Home home;
    private int port;
    private Process service;

    @BeforeEach
    void prepare() throws IOException {
        port = Push.freePort();
        home = Push.enable(Home.in(folder), port)
                .set(PushKeys.KEEP, folder.resolve("kept").toString());
        Files.createDirectory(folder.resolve("tmp"));
    }

    @AfterEach
    void endTheService() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    @Test
    void logsALineForEachMalformedRequest() throws Exception {
        start(Map.of());
        long before = lines();
        post("/studies", Push.STOW, "no boundary");
        post("/studies", Push.STOW, "--b0undary\r\nno field\r\n\r\none\r\n--b0undary--");
        post("/studies", Push.STOW, "--b0undary\r\nContent-Type: application/dicom\r\n\r\nends early");
        post("/studies", "multipart/related; type=\"application/dicom\"", "no boundary");
        post("/elsewhere", "application/dicom", "elsewhere");

        Awaitility.await().untilAsserted(() -> assertThat(lines() - before).isEqualTo(5));
    }

    @Test
    void logsALineForARequestThatIsAborted() throws Exception {
        start(Map.of());
        long before = lines();
        sendHalfAZipFile().close();

        Awaitility.await().untilAsserted(() -> assertThat(lines() - before).isEqualTo(1));
    }

    @Test
    void neverLogsTheToken() throws Exception {
        start(Map.of("LOG_LEVEL", "TRACE", "PUSH_TOKEN", TOKEN));
        int right = send(request("/instances", "application/dicom", "x").header("Authorization", "Bearer " + TOKEN));
        int wrong = send(request("/instances", "application/dicom", "x").header("Authorization", "Bearer x" + TOKEN));

        assertThat(List.of(right, wrong)).containsExactly(409, 401);
        assertThat(log()).contains("/instances").doesNotContain(TOKEN);
    }

    @Test
    void clearsWhatAKilledProcessHasLeft() throws Exception {
        start(Map.of());
        try (Socket client = sendHalfAZipFile()) {
            service.destroyForcibly().waitFor();
            assertThat(client.isConnected()).isTrue();
        }
        List<Path> left = temporaryFiles();
        start(Map.of());

        assertThat(left).anyMatch(file -> file.toString().endsWith(".zip")).anyMatch(file -> file.toString()
                .contains("sqlite"));
        assertThat(left).noneMatch(Files::exists);
    }

    private Socket sendHalfAZipFile() throws IOException {
        Socket client = new Socket("localhost", port);
        client.getOutputStream()
                .write(("POST /instances HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/zip\r\n"
                                + "Content-Length: 1000000\r\n\r\nPK")
                        .getBytes(StandardCharsets.US_ASCII));
        Awaitility.await().until(() -> temporaryFiles().stream()
                .anyMatch(file -> file.toString().endsWith(".zip")));
        return client;
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> own = Files.walk(folder.resolve("tmp"));
                Stream<Path> kept = Files.walk(folder.resolve("kept"))) {
            return Stream.concat(own, kept)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("owner.lock"))
                    .toList();
        }
    }

    private void start(Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("tmp"));
        service = Child.start(all, home.folder(), folder.resolve("log"), "run", "--out", folder.resolve("out"));
        Awaitility.await().atMost(60, TimeUnit.SECONDS).ignoreExceptions().until(() -> {
            new Socket("localhost", port).close();
            return true;
        });
    }

    private void post(String path, String contentType, String body) throws Exception {
        assertThat(send(request(path, contentType, body))).isBetween(400, 499);
    }

    private HttpRequest.Builder request(String path, String contentType, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
    }

    private int send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
    }

    /** Without what a service says of its start and its runs. */
    private long lines() throws IOException {
        return log().lines().filter(line -> !line.contains(" INFO ")).count();
    }
}
