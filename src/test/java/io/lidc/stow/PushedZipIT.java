package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.source.archive.TestArchive;
import io.lidc.temporary.TemporaryDirectory;
import io.lidc.testing.Home;
import io.lidc.testing.MetadataRows;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip file as the body of one request. */
class PushedZipIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path sample;
    private Push push;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        sample = Home.sample(folder);
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
    }

    @AfterEach
    void stop() {
        if (push != null) {
            push.close();
        }
    }

    @Test
    void givesTheRowsThatTheSampleGivesAsAFolder() throws Exception {
        home.run("ingest", sample, "--out", folder.resolve("folder"));
        post(zipOf(sample));

        assertThat(MetadataRows.of(folder.resolve("out"))).isEqualTo(MetadataRows.of(folder.resolve("folder")));
    }

    @Test
    void answersWithTheOutcomeOfEachEntry() throws Exception {
        HttpResponse<String> answer = post(zipOf(sample));

        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Stream.of("00081199", "00081198", "0008119A")
                        .map(sequence -> json.path(sequence).path("Value").size()))
                .containsExactly(211, 1, 4);
    }

    @Test
    void answersTheSameToARepeatedRequestAndStoresNothingTwice() throws Exception {
        byte[] zip = zipOf(sample);
        String first = post(zip).body();

        assertThat(post(zip).body()).isEqualTo(first);
        assertThat(rows("select count(*) from instance")).containsExactly("210");
    }

    @Test
    void answers409ToABodyThatIsNoZipFile() throws Exception {
        assertThat(post("no archive".getBytes(StandardCharsets.US_ASCII)).statusCode())
                .isEqualTo(409);
        assertThat(rows("select outcome, error_code from set_aside")).containsExactly("FAILED|ARCHIVE_BROKEN");
    }

    @Test
    void answers409ToABodyThatEndsEarly() throws Exception {
        byte[] zip = zipOf(sample);

        assertThat(post(Arrays.copyOf(zip, zip.length / 2)).statusCode()).isEqualTo(409);
    }

    @Test
    void refusesMoreEntriesThanARequestMayHaveParts() throws Exception {
        home.set(PushKeys.MAX_PARTS, "100");

        assertThat(post(zipOf(sample)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        home.set(PushKeys.MAX_REQUEST_BYTES, "100000").set(PushKeys.MAX_INSTANCE_BYTES, "100000");

        assertThat(post(zipOf(sample)).statusCode()).isEqualTo(413);
    }

    @Test
    void leavesNoFileOfABodyThatIsTooLong() throws Exception {
        home.set(PushKeys.MAX_REQUEST_BYTES, "100000").set(PushKeys.MAX_INSTANCE_BYTES, "100000");

        post(zipOf(sample));

        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void leavesNoFileOfARequestThatIsAborted() throws Exception {
        push = Push.serve(home, folder.resolve("out"));
        try (Socket client = new Socket("localhost", push.url("/").getPort())) {
            client.getOutputStream()
                    .write(("POST /instances HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/zip\r\n"
                                    + "Content-Length: 1000000\r\n\r\nPK")
                            .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> !temporaryFiles().isEmpty());
        }

        Awaitility.await().untilAsserted(() -> assertThat(temporaryFiles()).isEmpty());
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(TemporaryDirectory.ofProcess().path())) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }

    @Test
    void keepsTheZipFileWhereAsked() throws Exception {
        home.set(PushKeys.KEEP, folder.resolve("kept").toString());
        byte[] zip = zipOf(sample);
        post(zip);

        assertThat(Push.kept(folder.resolve("kept"))).singleElement().satisfies(file -> assertThat(file)
                .hasBinaryContent(zip));
    }

    @Test
    void findsWhatItKeptUnchangedWhenThatIsIngestedAsAFolder() throws Exception {
        home.set(PushKeys.KEEP, folder.resolve("kept").toString());
        post(zipOf(sample));
        push.close();
        home.run("ingest", folder.resolve("kept"), "--out", folder.resolve("out"));

        assertThat(rows("select unchanged from run where stored = 0")).containsExactly("216");
    }

    private HttpResponse<String> post(byte[] zip) throws Exception {
        if (push == null) {
            push = Push.serve(home, folder.resolve("out"));
        }
        return push.post("/instances", "application/zip", zip);
    }

    private byte[] zipOf(Path files) throws IOException {
        return Files.readAllBytes(TestArchive.ofFolder(files, folder.resolve("pushed.zip")));
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }
}
