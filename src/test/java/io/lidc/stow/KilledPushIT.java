package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed between the commit and the answer: the client, left without one, repeats its request. */
@Timeout(180)
class KilledPushIT {
    private static final String ANSWER_LATE =
            "              - bean:\n                  ref: stowService\n" + "                  method: respond\n";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Home home;
    private List<Path> instances;
    private HttpRequest request;
    private Process service;

    @BeforeEach
    void prepare() throws IOException {
        home = Home.in(folder);
        try (Stream<Path> files = Files.walk(Home.sample(folder))) {
            instances = files.filter(file ->
                            file.toString().endsWith(".dcm") && !file.toString().contains("trouble"))
                    .sorted()
                    .limit(30)
                    .toList();
        }
        int port = Push.freePort();
        Push.enable(home, port);
        request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/studies"))
                .header("Content-Type", Push.STOW)
                .POST(BodyPublishers.ofByteArray(Push.multipart(instances)))
                .build();
    }

    @AfterEach
    void endTheService() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    @Test
    void losesNothingAndStoresNothingTwice() throws Exception {
        home.edit(
                "routes/service/push.camel.yaml",
                text -> text.replace(
                        ANSWER_LATE, "              - delay:\n                  constant: 600000\n" + ANSWER_LATE));
        start();
        CompletableFuture<HttpResponse<String>> unanswered = push();
        awaitRows();
        service.destroyForcibly().waitFor();
        assertThat(unanswered).failsWithin(Duration.ofSeconds(30));

        home.edit("routes/service/push.camel.yaml", text -> text.replace("constant: 600000", "constant: 0"));
        start();

        assertThat(push().get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(rows("select count(*), count(distinct sop_instance_uid) from instance"))
                .containsExactly("30|30");
        assertThat(rows("select stored, unchanged from run order by stored desc"))
                .containsExactly("30|0", "0|30");
    }

    private void start() throws IOException {
        service = Child.start(home.folder(), folder.resolve("log"), "run", "--out", folder.resolve("out"));
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> client.send(
                                        HttpRequest.newBuilder(request.uri()).build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 405);
    }

    private CompletableFuture<HttpResponse<String>> push() {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitRows() {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> rows("select count(*) from instance").equals(List.of("30")));
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }
}
