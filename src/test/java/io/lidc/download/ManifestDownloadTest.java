package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.http.HostPolicy;
import io.lidc.testing.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestDownloadTest {
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private WireMockServer server;

    @BeforeEach
    void start() {
        server = LoopbackServer.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void namesAFileByHostAndPathOfItsUrl() throws IOException {
        serve("/lidc/1.dcm", "abc");

        Download download = byManifest(url("/lidc/1.dcm"));

        assertThat(folder.relativize(Downloads.only(download).path()))
                .hasToString("localhost_" + server.port() + "/lidc/1.dcm");
    }

    @Test
    void putsAFileWhereItsManifestSays() throws IOException {
        serve("/1", "abc");

        byManifest("[{\"url\": \"" + url("/1") + "\", \"name\": \"series/a.dcm\"}]");

        assertThat(folder.resolve("series/a.dcm")).hasContent("abc");
    }

    @Test
    void fetchesNothingTwice() throws IOException {
        serve("/1", "abc");
        byManifest(url("/1"));

        Download second = byManifest(url("/1"));

        assertThat(Downloads.only(second).outcome()).isEqualTo(Outcome.PRESENT);
        server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void fetchesAgainAFileInPlaceWhoseSizeIsWrong() throws IOException {
        serve("/1", "abc");
        Files.writeString(folder.resolve("a"), "ab");

        byManifest("url,size,name\n" + url("/1") + ",3,a");

        assertThat(folder.resolve("a")).hasContent("abc");
    }

    @Test
    void fetchesAgainAFileInPlaceWhoseChecksumIsWrongWhenAskedToVerify() throws IOException {
        serve("/1", "abc");
        Files.writeString(folder.resolve("a"), "abd");
        Path manifest =
                Files.writeString(folder.resolve("m"), "url,sha256,name\n" + url("/1") + "," + SHA_256_OF_ABC + ",a");

        Downloads.into(folder).from(manifest.toString(), true);

        assertThat(folder.resolve("a")).hasContent("abc");
    }

    @Test
    void takesAManifestByItsUrl() throws IOException {
        serve("/1", "abc");
        serve("/manifest", url("/1"));

        Download download = Downloads.into(folder).from(url("/manifest"));

        assertThat(Downloads.only(download).outcome()).isEqualTo(Outcome.DOWNLOADED);
    }

    @Test
    void leavesNothingInPlaceOfWrongBytes() throws IOException {
        serve("/1", "abd");

        Download download = byManifest("url,sha256,name\n" + url("/1") + "," + SHA_256_OF_ABC + ",a");

        assertThat(Downloads.only(download).reason()).isEqualTo("the file's SHA-256 does not match");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void leavesNothingInPlaceOfAWrongNumberOfBytes() throws IOException {
        serve("/1", "ab");

        Download download = byManifest("url,size,name\n" + url("/1") + ",3,a");

        assertThat(Downloads.only(download).reason()).isEqualTo("the file has 2 bytes instead of 3");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void comparesTheChecksumThatTheServerGives() throws IOException {
        server.stubFor(get("/1").willReturn(ok("abd").withHeader("Content-MD5", "kAFQmDzST7DWlj99KOF/cg==")));

        assertThat(Downloads.only(byManifest(url("/1"))).reason()).isEqualTo("the file's MD5 does not match");
    }

    @Test
    void takesAFileWhoseServerGivesTheRightDigest() throws IOException {
        server.stubFor(get("/1")
                .willReturn(
                        ok("abc").withHeader("Repr-Digest", "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:")));

        assertThat(Downloads.only(byManifest(url("/1"))).outcome()).isEqualTo(Outcome.DOWNLOADED);
    }

    @Test
    void restartsWhenTheFileHasChangedOnItsServer() throws IOException {
        serve("/1", "abcdef");
        part("a", "xyz", "etag=\"old\"\nsize=6\n");

        byManifest("url,name\n" + url("/1") + ",a");

        assertThat(folder.resolve("a")).hasContent("abcdef");
    }

    @Test
    void restartsWhenARangeBelongsToAnotherVersion() throws IOException {
        server.stubFor(get("/1").willReturn(ok("abcdef")));
        server.stubFor(get("/1")
                .withHeader("Range", equalTo("bytes=3-"))
                .willReturn(aResponse()
                        .withStatus(206)
                        .withHeader("Content-Range", "bytes 3-6/7")
                        .withBody("defg")));
        part("a", "xyz", "size=6\n");

        byManifest("url,name\n" + url("/1") + ",a");

        assertThat(folder.resolve("a")).hasContent("abcdef");
    }

    @Test
    void asksForTheRestOnlyOfTheSameVersion() throws IOException {
        serve("/1", "abcdef");
        part("a", "abc", "etag=\"v1\"\nsize=6\n");

        byManifest("url,name\n" + url("/1") + ",a");

        server.verify(getRequestedFor(urlEqualTo("/1"))
                .withHeader("Range", equalTo("bytes=3-"))
                .withHeader("If-Range", equalTo("\"v1\"")));
    }

    @Test
    void waitsAsLongAsABusyServerAsks() throws IOException {
        failOnce("/1", aResponse().withStatus(429).withHeader("Retry-After", "1"));
        long start = System.nanoTime();

        Download download = byManifest(url("/1"));

        assertThat(Downloads.only(download).outcome()).isEqualTo(Outcome.DOWNLOADED);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    void retriesAfterAFaultOfTheServer() throws IOException {
        failOnce("/1", aResponse().withStatus(502));

        assertThat(Downloads.only(byManifest(url("/1"))).outcome()).isEqualTo(Outcome.DOWNLOADED);
    }

    @Test
    void limitsTheNumberOfRetries() throws IOException {
        server.stubFor(get("/1").willReturn(aResponse().withStatus(503)));

        byManifest(url("/1"));

        server.verify(1 + Downloads.BRIEF.retries(), getRequestedFor(urlEqualTo("/1")));
    }

    @Test
    void asksOnceForWhatIsNotThere() throws IOException {
        server.stubFor(get("/1").willReturn(aResponse().withStatus(404)));

        assertThat(Downloads.only(byManifest(url("/1"))).reason()).isEqualTo("the server answers with status 404");
        server.verify(1, getRequestedFor(urlEqualTo("/1")));
    }

    @Test
    void refusesAHostThatIsNotListed() throws IOException {
        DownloadedFile file = Downloads.only(byManifest("http://127.0.0.1:" + server.port() + "/1"));

        assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(file.reason()).isEqualTo("the host 127.0.0.1 is not among download.allowed-hosts");
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void refusesARedirectToAHostThatIsNotListed() throws IOException {
        server.stubFor(get("/1").willReturn(temporaryRedirect("http://127.0.0.1:" + server.port() + "/2")));

        assertThat(Downloads.only(byManifest(url("/1"))).outcome()).isEqualTo(Outcome.REFUSED);
        server.verify(0, getRequestedFor(urlEqualTo("/2")));
    }

    @Test
    void refusesAServerWithAPrivateAddress() throws IOException {
        DownloadedFile file = Downloads.only(
                Downloads.under(new HostPolicy("localhost", false), folder).byManifest(url("/1")));

        assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(file.reason()).contains("private, loopback or link-local");
    }

    @Test
    void refusesARedirectToAPrivateAddress() throws IOException {
        InetAddress internal = InetAddress.getByName("127.0.0.3");
        HostPolicy policy =
                new HostPolicy("localhost, 127.0.0.3", false, internal::equals, SystemDefaultDnsResolver.INSTANCE);
        server.stubFor(get("/1").willReturn(temporaryRedirect("http://127.0.0.3:" + server.port() + "/2")));

        DownloadedFile file = Downloads.only(Downloads.under(policy, folder).byManifest(url("/1")));

        assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(file.reason()).contains("private, loopback or link-local");
    }

    @Test
    void refusesRedirectsThatFormACycle() throws IOException {
        server.stubFor(get("/1").willReturn(temporaryRedirect("/1")));

        assertThat(Downloads.only(byManifest(url("/1"))).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void refusesATargetNameThatLeadsOutOfTheFolder() throws IOException {
        serve("/1", "abc");

        DownloadedFile file = Downloads.only(byManifest("url,name\n" + url("/1") + ",../../a"));

        assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(file.reason()).isEqualTo("the target name leads out of the folder");
    }

    @Test
    void refusesASecondFileOfTheSameName() throws IOException {
        serve("/1", "abc");
        serve("/2", "def");

        Download download = byManifest("url,name\n" + url("/1") + ",a\n" + url("/2") + ",A");

        assertThat(Downloads.outcomes(download)).containsExactlyInAnyOrder(Outcome.DOWNLOADED, Outcome.REFUSED);
    }

    @Test
    void refusesAFileThatIsLongerThanAllowed() throws IOException {
        server.stubFor(get("/1").willReturn(aResponse().withBody(new byte[(1 << 24) + 1])));

        assertThat(Downloads.only(byManifest(url("/1"))).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void countsEachEntryOnce() throws IOException {
        serve("/1", "abc");

        Download download = byManifest(String.join("\n", url("/1"), url("/1"), url("/missing"), "no url", "ftp://x/y"));

        assertThat(download.listed()).isEqualTo(4);
        assertThat(download.accounted()).isEqualTo(4);
    }

    @Test
    void saysNothingOfAQueryThatMayHoldCredentials() throws IOException {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(403)));

        assertThat(Downloads.only(byManifest(url("/1?sig=secret"))).uri()).doesNotContain("secret");
    }

    @Test
    void refusesASecondDownloadIntoTheSameFolder() throws IOException {
        try (DownloadDirectory other = DownloadDirectory.open(folder)) {
            assertThat(other.target("a")).isEqualTo(folder.resolve("a"));
            assertThatThrownBy(() -> byManifest(url("/1"))).hasMessageStartingWith("another download uses");
        }
    }

    private Download byManifest(String text) throws IOException {
        return Downloads.into(folder).byManifest(text);
    }

    private void serve(String path, String body) {
        server.stubFor(get(path).willReturn(ok(body)));
    }

    private void failOnce(String path, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder failure) {
        server.stubFor(get(path)
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(failure)
                .willSetStateTo("well"));
        server.stubFor(get(path).inScenario("once").whenScenarioStateIs("well").willReturn(ok("abc")));
    }

    private void part(String name, String content, String metadata) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(".incomplete"));
        Files.writeString(parts.resolve(name + ".part"), content);
        Files.writeString(parts.resolve(name + ".part.properties"), metadata);
    }

    private String url(String path) {
        return "http://localhost:" + server.port() + path;
    }
}
