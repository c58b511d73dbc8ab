package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceException;
import io.lidc.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadedSourceTest {
    @TempDir
    private Path folder;

    private WireMockServer server;

    @BeforeEach
    void start() {
        server = LoopbackServer.start();
        server.stubFor(get("/1").willReturn(ok("abc")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void listsADownloadedFileByItsLocalPath() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok("url,name\n" + url("/1") + ",a")));

        assertThat(uris(Downloads.into(folder).from(url("/manifest"))))
                .containsExactly(folder.resolve("a").toUri().toString());
    }

    @Test
    void listsAMissingFileByItsUrl() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok(url("/missing"))));

        assertThat(uris(Downloads.into(folder).from(url("/manifest")))).containsExactly(url("/missing"));
    }

    @Test
    void listsAMissingSeriesByItsUrl() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok("ListOfSeriesToDownload=\n1.2.3\n")));

        assertThat(uris(Downloads.into(folder).from(url("/manifest"))))
                .containsExactly("http://localhost/getImage?SeriesInstanceUID=1.2.3");
    }

    @Test
    void listsAnInvalidEntryByItsPositionInTheManifest() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok(url("/1") + "\nno url\n")));

        assertThat(uris(Downloads.into(folder).from(url("/manifest?sig=secret").replaceFirst("\\?.*", ""))))
                .contains(url("/manifest") + "#entry=2");
    }

    @Test
    void saysByACodeAndAReasonWhyAFileIsMissing() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok(url("/missing"))));
        ObjectReference object =
                objects(Downloads.into(folder).from(url("/manifest"))).get(0);

        assertThat(((ObjectReference.Unavailable) object.content()).reason())
                .hasMessage("the server answers with status 404")
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo("NOT_DOWNLOADED"));
    }

    @Test
    void namesNoLocalFileInTheReason() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok("url,name\n" + url("/1") + ",DOE^JANE/a")));
        java.nio.file.Files.writeString(folder.resolve("DOE^JANE"), "a file where a folder should be");

        assertThat(Downloads.only(Downloads.into(folder).from(url("/manifest"))).reason())
                .doesNotContain("DOE");
    }

    @Test
    void givesTheSameObjectsAtEachDownload() throws IOException {
        server.stubFor(get("/manifest").willReturn(ok(url("/1") + "\n" + url("/missing"))));
        Downloads downloads = Downloads.into(folder);

        assertThat(uris(downloads.from(url("/manifest")))).isEqualTo(uris(downloads.from(url("/manifest"))));
    }

    private static List<String> uris(Download download) {
        return objects(download).stream().map(object -> object.location().uri()).toList();
    }

    private static List<ObjectReference> objects(Download download) {
        List<ObjectReference> objects = new ArrayList<>();
        new DownloadedSource("source", download.files()).list().forEachRemaining(objects::add);
        return objects;
    }

    private String url(String path) {
        return "http://localhost:" + server.port() + path;
    }
}
