package io.lidc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.stow.PushKeys;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import io.lidc.testing.Service;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The location of a pushed object, which holds no bytes unless they are kept. */
@SuppressWarnings("try") // A service runs while its block lasts.
class PushedLocationIT {
    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void push() throws Exception {
        home = Home.in(folder);
    }

    @Test
    void endsWithACodeWhereTheBytesWereNotKept() throws Exception {
        pushAnInstance();
        ingest(location());

        assertThat(rows("select outcome, error_code from set_aside")).containsExactly("FAILED|NOT_KEPT");
    }

    @Test
    void keepsTheRowOfTheInstanceWhereTheBytesWereNotKept() throws Exception {
        pushAnInstance();
        String location = location();
        ingest(location);

        assertThat(rows("select source_uri from instance")).containsExactly(location);
    }

    @Test
    void isKnownWhereTheBytesWereKept() throws Exception {
        home.set(PushKeys.KEEP, folder.resolve("kept").toString());
        pushAnInstance();

        assertThat(ingest(location()).out()).containsPattern("UNCHANGED +1\\b");
    }

    private void pushAnInstance() throws Exception {
        int port = freePort();
        home.set(PushKeys.ENABLED, "true").set(PushKeys.PORT, Integer.toString(port));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/instances"))
                .header("Content-Type", "application/dicom")
                .POST(BodyPublishers.ofByteArray(DicomFile.instance(1, "CT").bytes()))
                .build();
        Service service = Service.start(home, folder.resolve("out"));
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        } finally {
            service.close();
        }
    }

    private String location() throws SQLException {
        return rows("select source_uri from instance").get(0);
    }

    private Home.Result ingest(String location) {
        return home.run("ingest", location, "--out", folder.resolve("out"));
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
