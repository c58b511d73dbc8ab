package io.lidc.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.http.HostPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphDownloadTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String HASH_OF_ABC = "\"quickXorHash\":\"YRDDGAAAAAAAAAAAAwAAAAAAAAA=\"";
    private static final HostPolicy POLICY = new HostPolicy("localhost, 127.0.0.1", true);

    @TempDir
    private Path folder;

    private final GraphServer graph = new GraphServer();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void bringsTheFilesOfAllFoldersAndPages() throws IOException {
        graph.folder(
                "root",
                GraphServer.page(graph.fileItem("1", "a.dcm", ABC, HASH_OF_ABC), graph.folderItem("2", "series 1")),
                GraphServer.page(graph.fileItem("3", "b.dcm", ABC, "")));
        graph.folder("2", GraphServer.page(graph.fileItem("4", "c.dcm", ABC, "")));

        Download download = download();

        assertThat(download.files().stream().map(file -> folder.relativize(file.path())))
                .extracting(Path::toString)
                .containsExactly("a.dcm", "b.dcm", "series 1/c.dcm");
    }

    @Test
    void asksForOneTokenOnly() throws IOException {
        bringsTheFilesOfAllFoldersAndPages();

        graph.wireMock().verify(1, postRequestedFor(urlEqualTo("/contoso/oauth2/v2.0/token")));
    }

    @Test
    void leavesNothingInPlaceOfAFileWhoseHashIsWrong() throws IOException {
        graph.folder(
                "root",
                GraphServer.page(
                        graph.fileItem("1", "a.dcm", ABC, "\"quickXorHash\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAA=\"")));

        assertThat(Downloads.only(download()).reason()).isEqualTo("the file's QuickXorHash does not match");
    }

    @Test
    void asksForTheContentWhenTheDownloadUrlHasExpired() throws IOException {
        graph.folder("root", GraphServer.page(graph.fileItem("1", "a.dcm", ABC, HASH_OF_ABC)));
        graph.wireMock()
                .stubFor(get("/tempauth/1")
                        .atPriority(1)
                        .inScenario("expired")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(503))
                        .willSetStateTo("asked again"));

        assertThat(Downloads.only(download()).outcome()).isEqualTo(Outcome.DOWNLOADED);
        graph.wireMock()
                .verify(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                        com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching(".*/items/1/content")));
    }

    @Test
    void waitsWhenGraphIsBusy() throws IOException {
        graph.folder("root", GraphServer.page(graph.fileItem("1", "a.dcm", ABC, HASH_OF_ABC)));
        graph.wireMock()
                .stubFor(get("/v1.0/sites/contoso.sharepoint.com:/sites/radiology")
                        .atPriority(1)
                        .inScenario("busy")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0"))
                        .willSetStateTo("well"));

        assertThat(Downloads.only(download()).outcome()).isEqualTo(Outcome.DOWNLOADED);
    }

    @Test
    void renewsATokenThatGraphNoLongerTakes() throws IOException {
        graph.folder("root", GraphServer.page(graph.fileItem("1", "a.dcm", ABC, HASH_OF_ABC)));
        graph.wireMock()
                .stubFor(get("/v1.0/sites/contoso.sharepoint.com:/sites/radiology")
                        .atPriority(1)
                        .inScenario("token")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(401))
                        .willSetStateTo("renewed"));

        assertThat(Downloads.only(download()).outcome()).isEqualTo(Outcome.DOWNLOADED);
        graph.wireMock().verify(2, postRequestedFor(urlEqualTo("/contoso/oauth2/v2.0/token")));
    }

    @Test
    void sendsItsTokenToNobodyElse() {
        graph.wireMock()
                .stubFor(get("/v1.0/drives/b!t18F8ybsHUq1z3LTz8xvZqP8/root/children")
                        .willReturn(okJson("{\"value\":[],\"@odata.nextLink\":\"http://127.0.0.1:1/steal\"}")));

        assertThatThrownBy(this::download).hasMessage("a link to another server than localhost");
    }

    @Test
    void endsOnPagesThatFormACycle() {
        String children = "/v1.0/drives/b!t18F8ybsHUq1z3LTz8xvZqP8/root/children";
        graph.wireMock()
                .stubFor(get(children)
                        .willReturn(okJson("{\"value\":[],\"@odata.nextLink\":\"" + graph.url() + children + "\"}")));

        assertThatThrownBy(this::download).hasMessage("the pages of the listing form a cycle");
    }

    @Test
    void refusesAFolderNameThatLeadsOut() throws IOException {
        graph.folder("root", GraphServer.page(graph.folderItem("2", "..")));
        graph.folder("2", GraphServer.page(graph.fileItem("4", "c.dcm", ABC, "")));

        assertThat(Downloads.only(download()).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void saysWhatIsMissingWithoutAnAccount() {
        assertThatThrownBy(() -> Downloads.into(folder).from(graph.place()))
                .hasMessage("SharePoint needs graph.tenant, graph.client-id and a secret");
    }

    @Test
    void saysThatThereIsNoSuchLibrary() {
        assertThatThrownBy(() -> client().from("sharepoint://contoso.sharepoint.com/sites/radiology/None"))
                .hasMessage("the site has no library of that name");
    }

    private Download download() throws IOException {
        return client().from(graph.place());
    }

    private Downloads client() {
        return new Downloads(POLICY, "", graph.account(), folder);
    }
}
