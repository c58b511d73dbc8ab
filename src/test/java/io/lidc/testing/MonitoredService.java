package io.lidc.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.ServedPipeline;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.status.StatusKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code lidc run} over a home, in this process, seen through its status page, health and metrics. */
public final class MonitoredService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final HikariDataSource dataSource;
    private final Pipeline pipeline;
    private final URI url;

    private MonitoredService(HikariDataSource dataSource, Pipeline pipeline, URI url) {
        this.dataSource = dataSource;
        this.pipeline = pipeline;
        this.url = url;
    }

    /** With a SQLite database in a folder. */
    public static MonitoredService start(Home home, Path out) throws Exception {
        return start(home, out, "jdbc:sqlite:" + out.resolve("lidc.db"), Map.of());
    }

    public static MonitoredService start(Home home, Path out, String database, Map<String, String> environment)
            throws Exception {
        int port = freePort();
        home.set(StatusKeys.PORT, Integer.toString(port));
        Settings settings = Configuration.load(
                home.folder(),
                environment,
                Map.of(
                        DatabaseKeys.URL,
                        database,
                        DeadLetterKeys.DIRECTORY,
                        out.resolve("dead-letter").toString()));
        HikariDataSource dataSource = ConfiguredDatabase.open(settings);
        try {
            return new MonitoredService(
                    dataSource, ServedPipeline.start(settings, dataSource), URI.create("http://127.0.0.1:" + port));
        } catch (UsageException e) {
            dataSource.close();
            throw e;
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI url(String path) {
        return url.resolve(path);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What {@code /status.json} tells. */
    public JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(get("/status.json").body());
    }

    /** The samples of a scrape: values by name and labels, as they stand there. */
    public Map<String, Double> metrics() throws IOException, InterruptedException {
        Map<String, Double> samples = new TreeMap<>();
        get("/observe/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    int blank = line.lastIndexOf(' ');
                    samples.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
                });
        return samples;
    }

    /** Columns joined by a bar. */
    public List<String> rows(String query) throws SQLException {
        return Rows.of(dataSource, query);
    }

    @Override
    public void close() {
        pipeline.close();
        dataSource.close();
    }
}
