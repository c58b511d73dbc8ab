package io.lidc.metrics;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.testing.Installed;
import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Prometheus server over the shipped configuration, which scrapes one service each second. */
final class Prometheus {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where there is none. */
    static Prometheus scraping(URI service, Path folder) throws Exception {
        Path program = Installed.required("prometheus");
        int port = MonitoredService.freePort();
        Path config = Files.createDirectories(folder.resolve("prometheus"));
        Files.copy(Path.of("config/prometheus/rules.yml"), config.resolve("rules.yml"));
        Files.writeString(
                config.resolve("prometheus.yml"),
                Files.readString(Path.of("config/prometheus/prometheus.yml"))
                        .replace("127.0.0.1:8081", service.getAuthority())
                        .replace("15s", "1s"));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + config.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(config.resolve("log").toFile())
                .start();
        return new Prometheus(process, port);
    }

    void awaitScrapes(int count) {
        await().atMost(Duration.ofSeconds(120))
                .ignoreException(ConnectException.class)
                .until(() -> {
                    JsonNode scrapes =
                            query("sum(count_over_time(up{job=\"lidc\"}[10m])) and sum(up{job=\"lidc\"}) == 1");
                    return !scrapes.isEmpty() && scrapes.get(0).at("/value/1").asInt() >= count;
                });
    }

    /** The series of an instant query. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode answer = json.readTree(response.body());
        if (!answer.path("status").asText().equals("success")) {
            throw new IOException(expression + ": " + response.body());
        }
        return answer.at("/data/result");
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
