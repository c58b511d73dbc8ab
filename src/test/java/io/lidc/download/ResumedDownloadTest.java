package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first three bytes were received earlier; the file on the server is "abcdef". */
class ResumedDownloadTest {
    private static final String SHA_256_OF_ABCDEF = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";

    @TempDir
    private Path folder;

    private WireMockServer server;

    @BeforeEach
    void start() {
        server = LoopbackServer.start();
        server.stubFor(get("/1").willReturn(ok("abcdef").withHeader("ETag", "W/\"v\"")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=6\n",
                "size=6\netag=W/\"v\"\n",
                "size=6\nlast-modified=Tue, 15 Nov 1994 12\\:45\\:26 GMT\n",
                ""
            })
    void startsFromTheFirstByteWithoutAStrongValidator(String metadata) throws IOException {
        rest("W/\"v\"");
        part("xyz", metadata);

        byManifest("url,name\n" + url() + ",a");

        assertThat(folder.resolve("a")).hasContent("abcdef");
    }

    @Test
    void resumesWithoutValidatorWhereAChecksumIsKnown() throws IOException {
        rest("W/\"v\"");
        part("abc", "size=6\n");

        Download download = byManifest("url,name,sha256\n" + url() + ",a," + SHA_256_OF_ABCDEF);

        assertThat(folder.resolve("a")).hasContent("abcdef");
        assertThat(download.bytes()).isEqualTo(3);
    }

    @Test
    void startsFromTheFirstByteWhenTheChecksumOfAResumedFileIsWrong() throws IOException {
        rest("W/\"v\"");
        part("xyz", "size=6\n");

        byManifest("url,name,sha256\n" + url() + ",a," + SHA_256_OF_ABCDEF);

        assertThat(folder.resolve("a")).hasContent("abcdef");
    }

    @Test
    void resumesUnderAStrongETag() throws IOException {
        rest("\"v\"");
        part("abc", "size=6\netag=\"v\"\n");

        Download download = byManifest("url,name\n" + url() + ",a");

        assertThat(Downloads.only(download).outcome()).isEqualTo(Outcome.DOWNLOADED);
        server.verify(getRequestedFor(urlEqualTo("/1"))
                .withHeader("Range", equalTo("bytes=3-"))
                .withHeader("If-Range", equalTo("\"v\"")));
        assertThat(download.bytes()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"other\"", "W/\"v\""})
    void startsFromTheFirstByteWhenTheServerIgnoresIfRange(String etag) throws IOException {
        rest(etag);
        part("xyz", "size=6\netag=\"v\"\n");

        byManifest("url,name\n" + url() + ",a");

        assertThat(folder.resolve("a")).hasContent("abcdef");
    }

    private void rest(String etag) {
        var response = aResponse()
                .withStatus(206)
                .withHeader("Content-Range", "bytes 3-5/6")
                .withBody("def");
        server.stubFor(get("/1")
                .withHeader("Range", equalTo("bytes=3-"))
                .willReturn(etag.isEmpty() ? response : response.withHeader("ETag", etag)));
    }

    private void part(String content, String metadata) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(".incomplete"));
        Files.writeString(parts.resolve("a.part"), content);
        Files.writeString(parts.resolve("a.part.properties"), metadata);
    }

    private Download byManifest(String text) throws IOException {
        return Downloads.into(folder).byManifest(text);
    }

    private String url() {
        return "http://localhost:" + server.port() + "/1";
    }
}
