package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.config.UsageException;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the push service does not take, and how it says so. */
class PushRefusalIT {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path folder;

    private Home home;
    private List<Path> instances;
    private Push push;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        instances = Push.instances(Home.sample(folder));
    }

    @AfterEach
    void stop() {
        if (push != null) {
            push.close();
        }
    }

    @Test
    void refusesAMissingToken() throws Exception {
        askForTheToken();
        serve();

        HttpResponse<String> answer = push.stow(instances.subList(0, 1));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(rows("select count(*) from instance")).containsExactly("0");
    }

    @Test
    void refusesAWrongToken() throws Exception {
        askForTheToken();
        serve();

        assertThat(stowWithToken("0123456789abcdeF").statusCode()).isEqualTo(401);
    }

    @Test
    void takesTheRightToken() throws Exception {
        askForTheToken();
        serve();

        assertThat(stowWithToken(TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotStartForAllTheWorldWithoutAToken() throws IOException {
        home.set(PushKeys.HOST, "0.0.0.0");

        assertThatThrownBy(() -> Push.serve(home, out()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("PUSH_TOKEN");
    }

    @Test
    void doesNotStartWithABlankToken() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "\n");
        home.set(PushKeys.TOKEN.key(), file.toString());

        assertThatThrownBy(() -> Push.serve(home, out()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("push.token-file");
    }

    @Test
    void refusesABodyThatSaysItIsTooLong() throws Exception {
        home.set(PushKeys.MAX_REQUEST_BYTES, "1000");
        serve();

        assertThat(push.stow(instances.subList(0, 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() throws Exception {
        home.set(PushKeys.MAX_REQUEST_BYTES, "1000");
        serve();
        byte[] body = Push.multipart(instances.subList(0, 1));

        HttpResponse<String> answer = push.send(push.request(
                "/studies", Push.STOW, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAnInstanceThatIsTooLong() throws Exception {
        home.set(PushKeys.MAX_INSTANCE_BYTES, "1000");
        serve();

        assertThat(push.stow(instances.subList(0, 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesTooManyParts() throws Exception {
        home.set(PushKeys.MAX_PARTS, "2");
        serve();

        assertThat(push.stow(instances.subList(0, 3)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesContentTypesThatItDoesNotTake() throws Exception {
        serve();

        assertThat(push.post("/instances", "application/gzip", new byte[10]).statusCode())
                .isEqualTo(415);
        assertThat(push.post("/studies", "application/zip", new byte[10]).statusCode())
                .isEqualTo(415);
        assertThat(push.post("/studies", Push.STOW.replace("dicom\"", "dicom+json\""), new byte[10])
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesABodyThatEndsEarly() throws Exception {
        serve();
        byte[] body = Push.multipart(instances.subList(0, 2));

        assertThat(push.post("/studies", Push.STOW, Arrays.copyOf(body, body.length - 100))
                        .statusCode())
                .isEqualTo(400);
        assertThat(rows("select count(*) from instance")).containsExactly("0");
    }

    @Test
    void refusesPartsWithoutHeaderFields() throws Exception {
        serve();
        String body = new String(Push.multipart(instances.subList(0, 4)), StandardCharsets.ISO_8859_1);
        String field = "Content-Type: application/dicom\r\n\r\n";
        int second = body.indexOf(field, body.indexOf(field) + 1);

        assertThat(push.post(
                                "/studies",
                                Push.STOW,
                                (body.substring(0, second) + body.substring(second + field.length()))
                                        .getBytes(StandardCharsets.ISO_8859_1))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysThatItsDiskTakesNoMore() throws Exception {
        home.set(PushKeys.KEEP, folder.resolve("kept").toString());
        serve();
        deleteFolders(folder.resolve("kept/.incomplete"));

        HttpResponse<String> answer = push.stow(instances.subList(0, 1));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static void deleteFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void refusesPagesOfOtherSitesWhereItAsksForNoToken() throws Exception {
        serve();

        assertThat(push.send(request().header("Origin", "https://example.org")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesRequestsOfAPageThatHasTheToken() throws Exception {
        askForTheToken();
        serve();

        assertThat(push.send(request()
                                .header("Origin", "https://example.org")
                                .header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesRequestsWithoutContentTypeWhereItAsksForNoToken() throws Exception {
        serve();

        assertThat(push.send(HttpRequest.newBuilder(push.url("/instances"))
                                .POST(BodyPublishers.ofFile(instances.get(0))))
                        .statusCode())
                .isEqualTo(415);
    }

    /** A client that reads the response only once it has sent all. */
    @ParameterizedTest
    @ValueSource(strings = {"Connection: keep-alive", "Connection: close"})
    void answersAClientThatSendsMuchMoreThanItMay(String connection) throws Exception {
        home.set(PushKeys.MAX_REQUEST_BYTES, "1000");
        serve();
        try (Socket client = new Socket("localhost", push.url("/").getPort())) {
            OutputStream out = client.getOutputStream();
            out.write(("POST /studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Push.STOW + "\r\n" + connection
                            + "\r\nContent-Length: 50000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[50_000_000]);

            assertThat(client.getInputStream().readNBytes(13)).asString().isEqualTo("HTTP/1.1 413 ");
        }
    }

    @Test
    void answersAClientThatSendsMuchMoreThanAnInstanceMayHave() throws Exception {
        home.set(PushKeys.MAX_INSTANCE_BYTES, "1000");
        serve();
        try (Socket client = new Socket("localhost", push.url("/").getPort())) {
            OutputStream out = client.getOutputStream();
            out.write(("POST /instances HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/dicom\r\n"
                            + "Connection: close\r\nContent-Length: 50000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[50_000_000]);

            assertThat(client.getInputStream().readNBytes(13)).asString().isEqualTo("HTTP/1.1 413 ");
        }
    }

    @Test
    void saysThatTheStoreIsUnavailable() throws Exception {
        serve();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table instance rename to gone");
        }

        HttpResponse<String> answer = push.stow(instances.subList(0, 1));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    @Timeout(60)
    void tellsClientsToComeBackWhenAllPlacesAreTaken() throws Exception {
        home.set(PushKeys.MAX_REQUESTS, "1");
        serve();
        try (Socket slow = new Socket("localhost", push.url("/").getPort())) {
            OutputStream out = slow.getOutputStream();
            out.write(("POST /studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Push.STOW
                            + "\r\nContent-Length: 1000\r\n\r\n--b0undary\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            Awaitility.await().untilAsserted(() -> {
                HttpResponse<String> answer = push.stow(instances.subList(0, 1));
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            });
        }

        Awaitility.await().untilAsserted(() -> assertThat(
                        push.stow(instances.subList(0, 1)).statusCode())
                .isEqualTo(200));
    }

    private HttpResponse<String> stowWithToken(String token) throws IOException, InterruptedException {
        return push.send(request().header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request() throws IOException {
        return push.request("/studies", Push.STOW, BodyPublishers.ofByteArray(Push.multipart(instances.subList(0, 1))));
    }

    private void askForTheToken() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        home.set(PushKeys.TOKEN.key(), file.toString());
    }

    private void serve() throws Exception {
        push = Push.serve(home, out());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path database() {
        return out().resolve("lidc.db");
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + database(), query);
    }
}
