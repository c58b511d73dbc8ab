package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.ServedPipeline;
import io.lidc.config.Settings;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.Home;
import io.lidc.testing.LoopbackServer;
import io.lidc.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadRouteIT {
    @TempDir
    private Path folder;

    @Test
    void downloadsAndIngestsWhatAManifestLists() throws Exception {
        WireMockServer server = LoopbackServer.start();
        String url = "http://localhost:" + server.port();
        server.stubFor(get("/manifest").willReturn(ok(url + "/a.dcm\n" + url + "/missing.dcm")));
        server.stubFor(get("/a.dcm").willReturn(ok().withBody(instance())));
        Settings settings = settings(url + "/manifest");
        try (HikariDataSource dataSource = ConfiguredDatabase.open(settings)) {
            Pipeline pipeline = ServedPipeline.start(settings, dataSource);
            try {
                Awaitility.await()
                        .atMost(60, TimeUnit.SECONDS)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(Rows.of(
                                        settings.get(DatabaseKeys.URL),
                                        "select discovered, stored, failed from run where state = 'COMPLETED'"))
                                .contains("2|1|1"));
            } finally {
                pipeline.close();
            }
        } finally {
            server.stop();
        }
    }

    private Settings settings(String manifest) throws Exception {
        Home home = Home.in(folder)
                .set(DownloadKeys.ALLOWED_HOSTS, "localhost")
                .set(DownloadKeys.ALLOW_PRIVATE_ADDRESSES, "true")
                .set(DownloadKeys.DIRECTORY, folder.resolve("data").toString())
                .set(DownloadKeys.ENABLED, "true")
                .set(DownloadKeys.SOURCE, manifest);
        return Configuration.load(
                home.folder(),
                Map.of(),
                Map.of(
                        DatabaseKeys.URL,
                        "jdbc:sqlite:" + folder.resolve("out/lidc.db"),
                        DeadLetterKeys.DIRECTORY,
                        folder.resolve("out/dead-letter").toString()));
    }

    private byte[] instance() throws Exception {
        try (Stream<Path> files = Files.walk(Home.sample(folder))) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith("000001.dcm"))
                    .sorted()
                    .findFirst()
                    .orElseThrow());
        }
    }
}
