package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.cli.ExitCode;
import io.lidc.testing.Home;
import io.lidc.testing.LoopbackServer;
import io.lidc.testing.MetadataRows;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample tree, downloaded, gives the rows that it gives as a folder. */
class SameRowsFromTheWebIT {
    private static final String TOTALS =
            "select discovered, stored, unchanged, duplicate, conflict, not_dicom, not_instance, failed from run";

    @TempDir
    private Path folder;

    private Home home;
    private Path sample;

    @BeforeEach
    void ingestTheSampleAsAFolder() throws IOException {
        home = Home.in(folder)
                .set(DownloadKeys.ALLOWED_HOSTS, "localhost")
                .set(DownloadKeys.ALLOW_PRIVATE_ADDRESSES, "true")
                .set(DownloadKeys.DIRECTORY, folder.resolve("data").toString());
        sample = Home.sample(folder);
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
        home.run("ingest", sample, "--out", folder.resolve("folder"));
    }

    @Test
    void givesTheSameRowsByAManifest() throws IOException, SQLException {
        WireMockServer server = fileServer();
        try {
            ingest("http://localhost:" + server.port() + "/manifest");
        } finally {
            server.stop();
        }

        assertSameRows();
    }

    @Test
    void fetchesNothingTwiceByAManifest() throws IOException, SQLException {
        WireMockServer server = fileServer();
        try {
            ingest("http://localhost:" + server.port() + "/manifest");
            server.resetRequests();
            ingest("http://localhost:" + server.port() + "/manifest");

            server.verify(1, getRequestedFor(anyUrl()));
            assertThat(Rows.of(database("web"), "select unchanged, bytes_read from run where stored = 0"))
                    .containsExactly("216|0");
        } finally {
            server.stop();
        }
    }

    @Test
    void givesTheSameRowsByGraph() throws IOException, SQLException {
        try (GraphServer graph = new GraphServer()) {
            serve(graph, sample, "root");
            home.set(GraphKeys.ENDPOINT, graph.url() + "/v1.0")
                    .set(GraphKeys.LOGIN_ENDPOINT, graph.url())
                    .set(GraphKeys.TENANT, "contoso")
                    .set(GraphKeys.CLIENT_ID, "app")
                    .set(
                            GraphKeys.CLIENT_SECRET.key(),
                            Files.writeString(folder.resolve("secret"), "s+cret")
                                    .toString());
            ingest(graph.place());
        }

        assertSameRows();
    }

    private void assertSameRows() throws SQLException {
        assertThat(MetadataRows.in(folder.resolve("web/lidc.db")))
                .hasSizeGreaterThan(210)
                .isEqualTo(MetadataRows.in(folder.resolve("folder/lidc.db")));
        assertThat(Rows.of(database("web"), TOTALS)).isEqualTo(Rows.of(database("folder"), TOTALS));
    }

    private void ingest(String source) {
        Home.Result result = home.run("ingest", source, "--out", folder.resolve("web"));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    }

    private String database(String name) {
        return "jdbc:sqlite:" + folder.resolve(name + "/lidc.db");
    }

    private WireMockServer fileServer() throws IOException {
        WireMockServer server = LoopbackServer.start();
        List<String> urls = new ArrayList<>();
        for (Path file : files()) {
            String path = "/" + sample.relativize(file);
            server.stubFor(get(path).willReturn(ok().withBody(Files.readAllBytes(file))));
            urls.add("http://localhost:" + server.port() + path);
        }
        server.stubFor(get("/manifest").willReturn(ok(String.join("\n", urls))));
        return server;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(sample)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void serve(GraphServer graph, Path directory, String id) throws IOException {
        List<String> items = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.sorted().collect(Collectors.toList())) {
                String entryId = "item"
                        + Integer.toHexString(
                                sample.relativize(entry).toString().hashCode());
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    items.add(graph.folderItem(entryId, name));
                    serve(graph, entry, entryId);
                } else {
                    items.add(graph.fileItem(entryId, name, Files.readAllBytes(entry), ""));
                }
            }
        }
        int half = items.size() / 2;
        graph.folder(id, items.subList(0, half), items.subList(half, items.size()));
    }
}
