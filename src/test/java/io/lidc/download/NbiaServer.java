package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The NBIA Search REST API on the loopback interface, over series that a test gives it. Others it does not know. */
public final class NbiaServer implements AutoCloseable {
    private static final String API = "/nbia-api/services/v1";

    private final WireMockServer server = LoopbackServer.start();

    /** A server without any series. */
    public NbiaServer() {
        server.stubFor(get(anyUrl()).willReturn(noContent()));
    }

    /** For {@code nbia.endpoint}. */
    public String endpoint() {
        return "http://localhost:" + server.port() + API;
    }

    /**
     * Serves a series as a zip.
     *
     * @param images that are in the zip
     * @param count of images that the metadata tell
     */
    public void series(String uid, List<Path> images, int count) throws IOException {
        server.stubFor(get(urlPathEqualTo(API + "/getImage"))
                .withQueryParam("SeriesInstanceUID", equalTo(uid))
                .willReturn(ok().withHeader("Content-Type", "application/zip").withBody(Zips.ofFiles(images))));
        server.stubFor(get(urlPathEqualTo(API + "/getSeriesMetaData"))
                .withQueryParam("SeriesInstanceUID", equalTo(uid))
                .willReturn(okJson("[{\"Series UID\":\"" + uid + "\",\"Collection\":\"LIDC-IDRI\",\"Modality\":\"CT\","
                        + "\"Number of Images\":\"" + count + "\"}]")));
    }

    /** How many requests have come so far. */
    public int requests() {
        return server.findAll(getRequestedFor(anyUrl())).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
