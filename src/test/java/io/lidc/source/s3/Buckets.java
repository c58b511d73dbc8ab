package io.lidc.source.s3;

import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The sample as a bucket on an S3 server in this process, and {@code lidc run} beside it in a process of its own. */
public final class Buckets implements AutoCloseable {
    static final String NAME = "sample";

    private final Path folder;
    private final Path bucket;
    private final Home home;
    private final S3Server server;
    private Process service;

    public Buckets(Path folder) throws Exception {
        this.folder = folder;
        bucket = Home.sample(folder.resolve("buckets"));
        Files.delete(bucket.resolve("trouble/unreadable.dcm"));
        server = new S3Server(folder.resolve("buckets"));
        home = Home.in(folder)
                .set(S3Keys.ENDPOINT, server.endpoint().toString())
                .set(S3Keys.REGION, "us-east-1")
                .set(S3Keys.PATH_STYLE, "true");
    }

    public Home home() {
        return home;
    }

    void startTheService() throws IOException {
        Map<String, String> credentials = Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
        service = Child.start(credentials, home.folder(), log(), "run", "--out", folder.resolve("out"));
    }

    Path log() {
        return folder.resolve("child.log");
    }

    /** The files behind the objects, in order. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    public Path bucket() {
        return bucket;
    }

    /** The key of an object of which the sample has no duplicate. */
    String key() throws IOException {
        return files().stream()
                .map(file -> bucket.relativize(file).toString())
                .filter(key -> key.startsWith("SAMPLE-0003"))
                .findFirst()
                .orElseThrow();
    }

    /** Takes an object away, for {@link #put}. */
    Path take(String key) throws IOException {
        return Files.move(bucket.resolve(key), folder.resolve("taken"));
    }

    void put(String key, Path file) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(URI.create(server.endpoint().toString()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            client.putObject(request -> request.bucket(NAME).key(key), file);
        }
    }

    int instances() throws SQLException {
        List<String> count = rows("select count(*) from instance");
        return count.isEmpty() ? 0 : Integer.parseInt(count.get(0));
    }

    /** Nothing before there is a database. */
    List<String> rows(String query) throws SQLException {
        Path database = folder.resolve("out/lidc.db");
        String url = "jdbc:sqlite:" + database + "?busy_timeout=10000";
        boolean ready = Files.exists(database)
                && !Rows.of(url, "select name from sqlite_master where name = 'slice_geometry'")
                        .isEmpty();
        return ready ? Rows.of(url, query) : List.of();
    }

    @Override
    public void close() {
        if (service != null) {
            service.destroyForcibly().onExit().join();
        }
        server.close();
    }
}
