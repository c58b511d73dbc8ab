package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.listing.GraphAccount;
import io.lidc.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as the NBIA Search REST API Guide shows them. */
class TciaDownloadTest {
    private static final String UID = "1.3.6.1.4.1.14519.5.2.1.6279.6001.179049373636438705059720603192";

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
    void bringsEachSeriesAsAZip() throws IOException {
        byte[] zip = Zips.ofImages(3);
        serve(zip, "3");

        byManifest(UID);

        assertThat(folder.resolve(UID + ".zip")).hasBinaryContent(zip);
    }

    @Test
    void fetchesAndAsksNothingTwice() throws IOException {
        serve(Zips.ofImages(3), "3");
        byManifest(UID);
        server.resetRequests();

        assertThat(Downloads.only(byManifest(UID)).outcome()).isEqualTo(Outcome.PRESENT);
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void leavesNothingInPlaceOfASeriesThatLacksImages() throws IOException {
        serve(Zips.ofImages(2), "3");

        assertThat(Downloads.only(byManifest(UID)).reason()).isEqualTo("the zip holds 2 images of 3");
        assertThat(folder.resolve(UID + ".zip")).doesNotExist();
    }

    @Test
    void leavesNothingInPlaceOfABrokenZip() throws IOException {
        serve(new byte[100], "3");

        assertThat(Downloads.only(byManifest(UID)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void saysThatTheArchiveDoesNotKnowASeries() throws IOException {
        server.stubFor(
                get(urlPathMatching("/nbia-api/.*")).willReturn(aResponse().withStatus(204)));

        assertThat(Downloads.only(byManifest(UID)).reason()).isEqualTo("the server answers with status 204");
    }

    @Test
    void refusesASeriesThatIsNoUid() throws IOException {
        assertThat(Downloads.only(byManifest("1.2&Collection=x")).outcome()).isEqualTo(Outcome.REFUSED);
    }

    private void serve(byte[] zip, String images) {
        server.stubFor(get(urlPathEqualTo("/nbia-api/services/v1/getImage"))
                .withQueryParam("SeriesInstanceUID", com.github.tomakehurst.wiremock.client.WireMock.equalTo(UID))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/zip")
                        .withBody(zip)));
        server.stubFor(get(urlPathEqualTo("/nbia-api/services/v1/getSeriesMetaData"))
                .willReturn(okJson("[{\"Series UID\":\"" + UID + "\",\"Collection\":\"LIDC-IDRI\",\"Modality\":\"CT\","
                        + "\"Number of Images\":\"" + images + "\",\"File Size\":\"70011826\"}]")));
    }

    private Download byManifest(String series) throws IOException {
        Path manifest = Files.writeString(
                folder.resolve("manifest.tcia"),
                "downloadServerUrl=https://nbia.cancerimagingarchive.net/nbia-download/servlet/DownloadServlet\n"
                        + "includeAnnotation=true\nnoOfrRetry=4\ndatabasketId=manifest-1523866570303.tcia\n"
                        + "manifestVersion=3.0\nListOfSeriesToDownload=\n" + series + "\n");
        String nbia = "http://localhost:" + server.port() + "/nbia-api/services/v1";
        return new Downloads(Downloads.LOOPBACK, nbia, new GraphAccount("", "", "", "", ""), folder)
                .from(manifest.toString());
    }
}
