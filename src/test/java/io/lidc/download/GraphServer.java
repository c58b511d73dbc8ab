package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.download.listing.GraphAccount;
import io.lidc.testing.LoopbackServer;
import java.util.ArrayList;
import java.util.List;

/** Answers as the documentation of Microsoft Graph shows them: a site, its libraries, folders by page, and files. */
public final class GraphServer implements AutoCloseable {
    private static final String DRIVE = "b!t18F8ybsHUq1z3LTz8xvZqP8";

    private final WireMockServer server = LoopbackServer.start();

    /** Starts it, with a site and a library but no file. */
    public GraphServer() {
        server.stubFor(post("/contoso/oauth2/v2.0/token")
                .withRequestBody(containing("grant_type=client_credentials"))
                .withRequestBody(containing("client_id=app"))
                .withRequestBody(containing("client_secret=s%2Bcret"))
                .withRequestBody(containing("scope=http%3A%2F%2Flocalhost%3A" + server.port() + "%2F.default"))
                .willReturn(okJson("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"t0ken\"}")));
        answer(
                "/v1.0/sites/contoso.sharepoint.com:/sites/radiology",
                "{\"id\":\"contoso.sharepoint.com,da60e844,712a596e\",\"name\":\"radiology\"}");
        answer(
                "/v1.0/sites/contoso.sharepoint.com,da60e844,712a596e/drives",
                "{\"value\":[{\"id\":\"b!other\",\"name\":\"Documents\",\"webUrl\":\"https://contoso.sharepoint.com/sites/radiology/Shared%20Documents\"},"
                        + "{\"id\":\"" + DRIVE + "\",\"name\":\"CT Archive\","
                        + "\"webUrl\":\"https://contoso.sharepoint.com/sites/radiology/CT\"}]}");
    }

    /** The server itself, for further answers. */
    WireMockServer wireMock() {
        return server;
    }

    /** Base URL. */
    public String url() {
        return "http://localhost:" + server.port();
    }

    /** The application that may ask. */
    GraphAccount account() {
        return new GraphAccount(url() + "/v1.0/", url(), "contoso", "app", "s+cret");
    }

    /** What a folder holds, on as many pages as there are lists; of the library's root where its id is "root". */
    @SafeVarargs
    public final void folder(String id, List<String>... pages) {
        String path = "/v1.0/drives/" + DRIVE + (id.equals("root") ? "/root" : "/items/" + id) + "/children";
        for (int i = 0; i < pages.length; i++) {
            String next = i + 1 < pages.length
                    ? "\"@odata.nextLink\":\"" + url() + path + "?$skiptoken=" + (i + 1) + "\","
                    : "";
            String page = i == 0 ? path : path + "?$skiptoken=" + i;
            answer(page, "{" + next + "\"value\":[" + String.join(",", pages[i]) + "]}");
        }
    }

    /** An item that is a folder. */
    public String folderItem(String id, String name) {
        return "{" + common(id, name) + ",\"folder\":{\"childCount\":1}}";
    }

    /** An item that is a file, which can be downloaded. */
    public String fileItem(String id, String name, byte[] content, String hashes) {
        server.stubFor(get("/tempauth/" + id)
                .withHeader("Authorization", absent())
                .willReturn(aResponse().withBody(content)));
        server.stubFor(get("/v1.0/drives/" + DRIVE + "/items/" + id + "/content")
                .withHeader("Authorization", equalTo("Bearer t0ken"))
                .willReturn(temporaryRedirect("http://127.0.0.1:" + server.port() + "/tempauth/" + id)));
        return "{" + common(id, name) + ",\"size\":" + content.length
                + ",\"@microsoft.graph.downloadUrl\":\"" + url() + "/tempauth/" + id + "\""
                + ",\"file\":{\"mimeType\":\"application/dicom\",\"hashes\":{" + hashes + "}}}";
    }

    private static String common(String id, String name) {
        return "\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"eTag\":\"\\\"{" + id + "},1\\\"\","
                + "\"parentReference\":{\"driveId\":\"" + DRIVE + "\",\"path\":\"/drives/" + DRIVE + "/root:\"}";
    }

    private void answer(String url, String json) {
        server.stubFor(
                get(url).withHeader("Authorization", equalTo("Bearer t0ken")).willReturn(okJson(json)));
    }

    /** The library as a person names it. */
    public String place() {
        return "sharepoint://contoso.sharepoint.com/sites/radiology/CT Archive";
    }

    @Override
    public void close() {
        server.stop();
    }

    static List<String> page(String... items) {
        return new ArrayList<>(List.of(items));
    }
}
