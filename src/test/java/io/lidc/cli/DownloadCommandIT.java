package io.lidc.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.download.DownloadKeys;
import io.lidc.testing.Home;
import io.lidc.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCommandIT {
    @TempDir
    private Path folder;

    private Home home;
    private WireMockServer server;

    @BeforeEach
    void start() throws IOException {
        home = Home.in(folder)
                .set(DownloadKeys.ALLOWED_HOSTS, "localhost")
                .set(DownloadKeys.ALLOW_PRIVATE_ADDRESSES, "true");
        server = LoopbackServer.start();
        server.stubFor(get("/1").willReturn(ok("abc")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void endsWellWhenEveryFileIsInItsPlace() throws IOException {
        Home.Result result = download(url("/1"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).containsPattern("DOWNLOADED +1").containsPattern("listed +1  balanced");
    }

    @Test
    void endsWithThreeWhenTooMuchIsNotToBeHad() throws IOException {
        assertThat(download(url("/missing")).exitCode()).isEqualTo(ExitCode.OVER_THRESHOLD);
    }

    @Test
    void saysAndCountsWhatItRefuses() throws IOException {
        server.stubFor(get("/2").willReturn(temporaryRedirect("http://127.0.0.1/")));

        Home.Result result = download(url("/2"), "http://unlisted.example.org/a");

        assertThat(result.out()).containsPattern("REFUSED +2");
        assertThat(result.err())
                .contains("the host unlisted.example.org is not among download.allowed-hosts")
                .contains("the host 127.0.0.1 is not among download.allowed-hosts");
    }

    @Test
    void refusesPrivateAddressesAsItIsShipped() throws IOException {
        home.set(DownloadKeys.ALLOW_PRIVATE_ADDRESSES, "false");

        assertThat(download(url("/1")).err()).contains("private, loopback or link-local");
    }

    @Test
    void saysInOneLineThatThereIsNoSuchManifest() {
        Home.Result result = home.run("download", "/no/such/manifest");

        assertThat(result).isEqualTo(new Home.Result(2, "", "lidc: no such manifest: /no/such/manifest\n"));
    }

    @Test
    void saysInOneLineThatAManifestIsNotToBeHad() {
        Home.Result result = home.run("download", url("/missing"), "--to", folder.resolve("data"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).endsWith("lidc: nothing can be downloaded: the server answers with status 404\n");
    }

    private Home.Result download(String... urls) throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest"), String.join("\n", urls));
        return home.run("download", manifest, "--to", folder.resolve("data"));
    }

    private String url(String path) {
        return "http://localhost:" + server.port() + path;
    }
}
