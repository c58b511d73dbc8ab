package io.lidc.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.lidc.cli.ExitCode;
import io.lidc.ingest.IngestKeys;
import io.lidc.testing.Child;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Sentry, as a server of its envelope protocol sees it. */
class ErrorTrackingIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final List<String> envelopes = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startTheServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                envelopes.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        server.stop(0);
    }

    @Test
    void areFailuresGroupedByCodeWithReleaseAndRunAndNothingOfTheObject() throws Exception {
        Path data = Files.createDirectories(folder.resolve("DOE^JOHN"));
        for (int i = 0; i < 3; i++) {
            Files.write(
                    data.resolve(i + ".dcm"),
                    Arrays.copyOf(DicomFile.instance(i, "CT").bytes(), 200));
        }
        Files.createFile(data.resolve("empty.dcm"));
        int exitCode = ingest(Map.of("SENTRY_DSN", dsn()), data);

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(events())
                .extracting(event -> event.at("/fingerprint/1").asText())
                .containsExactlyInAnyOrder("TRUNCATED", "TRUNCATED", "TRUNCATED", "EMPTY");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.at("/release").asText()).startsWith("lidc-pipeline@");
            assertThat(event.at("/tags/run").asText()).matches("\\d{8}T\\d{6}Z-[0-9a-f]{6}");
        });
        assertThat(String.join("\n", envelopes)).doesNotContain("DOE", folder.toString());
    }

    @Test
    void refusesAnAddressThatIsNone() throws Exception {
        assertThat(ingest(Map.of("SENTRY_DSN", "nowhere"), folder)).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(folder.resolve("log")))
                .contains("SENTRY_DSN")
                .doesNotContain("nowhere");
    }

    @Test
    void isNotLoadedWithoutAnAddressButTheOneClassThatTheLogLooksAt() throws Exception {
        ingest(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load"), Files.createDirectory(folder.resolve("empty")));

        assertThat(Files.readAllLines(folder.resolve("log")))
                .filteredOn(line -> line.contains(" io.sentry."))
                .allSatisfy(line -> assertThat(line).contains(" io.sentry.log4j2.SentryAppender "));
    }

    private int ingest(Map<String, String> environment, Path data) throws Exception {
        Home home = Home.in(folder).set(IngestKeys.FAILURE_THRESHOLD, "1");
        return Child.start(
                        environment,
                        home.folder(),
                        folder.resolve("log"),
                        "ingest",
                        data,
                        "--quiet",
                        "--out",
                        folder.resolve("out"))
                .waitFor();
    }

    private String dsn() {
        return "http://public@127.0.0.1:" + server.getAddress().getPort() + "/1";
    }

    /** Of each envelope, the line that is an event. */
    private List<JsonNode> events() {
        return envelopes.stream()
                .flatMap(String::lines)
                .map(ErrorTrackingIT::parse)
                .filter(line -> line.has("event_id") && line.has("level"))
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
