package io.lidc.stow;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.ServedPipeline;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.folder.FolderSource;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The service with push enabled, in this process, and requests to it. */
final class Push implements AutoCloseable {
    static final String STOW = "multipart/related; type=\"application/dicom\"; boundary=\"b0undary\"";

    private final HikariDataSource dataSource;
    private final Pipeline pipeline;
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    private Push(HikariDataSource dataSource, Pipeline pipeline, URI url) {
        this.dataSource = dataSource;
        this.pipeline = pipeline;
        this.url = url;
    }

    static Home enable(Home home, int port) throws IOException {
        return home.set(PushKeys.ENABLED, "true").set(PushKeys.PORT, Integer.toString(port));
    }

    static Push serve(Home home, Path out) throws Exception {
        return serve(home, "jdbc:sqlite:" + out.resolve("lidc.db"), out);
    }

    /** With a database elsewhere. */
    static Push serve(Home home, String database, Path out) throws Exception {
        int port = freePort();
        enable(home, port);
        Settings settings = Configuration.load(
                home.folder(),
                Map.of(),
                Map.of(
                        DatabaseKeys.URL,
                        database,
                        DeadLetterKeys.DIRECTORY,
                        out.resolve("dead-letter").toString()));
        HikariDataSource dataSource = ConfiguredDatabase.open(settings);
        try {
            String scheme = settings.get(PushKeys.TLS) ? "https" : "http";
            return new Push(
                    dataSource,
                    ServedPipeline.start(settings, dataSource),
                    URI.create(scheme + "://localhost:" + port));
        } catch (UsageException e) {
            dataSource.close();
            throw e;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI url(String path) {
        return url.resolve(path);
    }

    HttpResponse<String> stow(List<Path> files) throws IOException, InterruptedException {
        return post("/studies", STOW, multipart(files));
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(path, contentType, BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder request(String path, String contentType, BodyPublisher body) {
        return HttpRequest.newBuilder(url(path))
                .header("Content-Type", contentType)
                .POST(body);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The sample's sound instances, each once, in order. */
    static List<Path> instances(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("trouble")
                            && !file.toString().contains("media"))
                    .sorted()
                    .toList();
        }
    }

    /** What is kept in a folder, without what is on its way into it. */
    static List<Path> kept(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(FolderSource.INCOMPLETE))
                    .toList();
        }
    }

    static byte[] multipart(List<Path> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Path file : files) {
            body.write("--b0undary\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            body.write(Files.readAllBytes(file));
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.write("--b0undary--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    @Override
    public void close() {
        pipeline.close();
        dataSource.close();
    }
}
