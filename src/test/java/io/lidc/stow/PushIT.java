package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.testing.Home;
import io.lidc.testing.MetadataRows;
import io.lidc.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PushIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path sample;
    private List<Path> instances;
    private Push push;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        sample = Home.sample(folder);
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
        instances = Push.instances(sample);
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
        serve();

        push.stow(files());

        assertThat(MetadataRows.in(database()))
                .hasSizeGreaterThan(210)
                .isEqualTo(MetadataRows.in(folder.resolve("folder/lidc.db")));
    }

    @Test
    void endsWithTotalsThatBalance() throws Exception {
        serve();
        push.stow(files());
        push.close();

        assertThat(rows("select state, discovered, stored, unchanged + duplicate, conflict, not_dicom, not_instance,"
                        + " failed from run"))
                .containsExactly("COMPLETED|216|210|1|1|1|1|2");
    }

    @Test
    void endsItsRunWhenNoRequestComes() throws Exception {
        home.set(PushKeys.RUN_IDLE, "1");
        serve();
        push.stow(instances.subList(0, 2));
        Awaitility.await().untilAsserted(() -> assertThat(rows("select state, discovered, stored from run"))
                .containsExactly("COMPLETED|2|2"));
        push.stow(instances.subList(2, 3));
        push.close();

        assertThat(rows("select state, discovered, stored from run order by discovered"))
                .containsExactly("COMPLETED|1|1", "COMPLETED|2|2");
    }

    @Test
    void answersWithTheOutcomeOfEachInstance() throws Exception {
        serve();

        HttpResponse<String> answer = push.stow(files());

        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/dicom+json");
        assertThat(json.path("00081199").path("Value")).hasSize(211);
        assertThat(json.path("00081198").path("Value")).hasSize(1);
        assertThat(json.path("0008119A").path("Value")).hasSize(4);
    }

    @Test
    void answersTheSameToARepeatedRequestAndStoresNothingTwice() throws Exception {
        serve();
        String first = push.stow(files()).body();

        assertThat(push.stow(files()).body()).isEqualTo(first);
        assertThat(rows("select count(*) from instance")).containsExactly("210");
    }

    @Test
    void answers200WhenAllAreStored() throws Exception {
        serve();

        assertThat(push.stow(instances.subList(0, 2)).statusCode()).isEqualTo(200);
    }

    @Test
    void takesASingleFile() throws Exception {
        serve();

        assertThat(push.post("/instances", "application/dicom", Files.readAllBytes(instances.get(0)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesABodyOfUnknownLength() throws Exception {
        serve();
        byte[] body = Push.multipart(instances.subList(0, 3));

        HttpResponse<String> answer = push.send(push.request(
                "/studies", Push.STOW, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void storesNothingThatIsOfAnotherStudyThanTheUrlNames() throws Exception {
        serve();

        HttpResponse<String> answer = push.post("/studies/1.2.3", Push.STOW, Push.multipart(instances.subList(0, 2)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(rows("select (select count(*) from instance), (select count(*) from set_aside)"))
                .containsExactly("0|2");
    }

    @Test
    void storesAnInstanceThatWasFirstPushedToTheWrongStudy() throws Exception {
        serve();
        push.post("/studies/1.2.3", Push.STOW, Push.multipart(instances.subList(0, 1)));

        assertThat(push.stow(instances.subList(0, 1)).statusCode()).isEqualTo(200);
        assertThat(rows("select (select count(*) from instance), (select count(*) from set_aside)"))
                .containsExactly("1|0");
    }

    @Test
    void keepsTheBytesWhereAsked() throws Exception {
        home.set(PushKeys.KEEP, folder.resolve("kept").toString());
        serve();
        push.stow(instances);
        push.stow(instances);

        assertThat(rows("select count(*), min(source_uri) like 'file:%/kept/%' from instance"))
                .containsExactly(instances.size() + "|1");
        assertThat(Push.kept(folder.resolve("kept"))).hasSize(instances.size());
    }

    @Test
    void readsAHeaderThatIsLongerThanWhatIsHeldInMemory() throws Exception {
        serve();
        Path file = Files.write(folder.resolve("long.dcm"), withLongPrivateValue(Files.readAllBytes(instances.get(0))));

        assertThat(push.stow(List.of(file)).statusCode()).isEqualTo(200);
    }

    @Test
    void takesALongBody() throws Exception {
        serve();
        byte[] file = Files.readAllBytes(instances.get(0));

        assertThat(push.post("/instances", "application/dicom", Arrays.copyOf(file, 10_000_000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesTheRowsThatTheCorpusGivesAsAFolder() throws Exception {
        Path corpus = Path.of("../shared/corpus");
        assumeTrue(Files.isDirectory(corpus), "there is no ../shared/corpus");
        home.run("ingest", corpus, "--out", folder.resolve("folder"));
        serve();

        push.stow(regularFiles(corpus));

        assertThat(MetadataRows.in(database())).isEqualTo(MetadataRows.in(folder.resolve("folder/lidc.db")));
    }

    @Test
    @Timeout(300)
    void serves200ConnectionsAtOnce() throws Exception {
        home.set(PushKeys.MAX_REQUESTS, "16");
        serve();
        ExecutorService clients = Executors.newFixedThreadPool(200);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Path> file = List.of(instances.get(i));
            answers.add(clients.submit(() -> stowUntilServed(file)));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get(200, TimeUnit.SECONDS)).isEqualTo(200);
        }
        clients.shutdownNow();
        push.close();

        assertThat(rows("select count(*) from instance")).containsExactly("200");
        assertThat(rows("select state, discovered from run")).containsExactly("COMPLETED|200");
    }

    private int stowUntilServed(List<Path> file) throws Exception {
        return Awaitility.await()
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .atMost(180, TimeUnit.SECONDS)
                .until(() -> push.stow(file).statusCode(), status -> status != 429);
    }

    @Test
    void takesInstancesFromAnotherLanguagesClient() throws Exception {
        assumeTrue(hasPython(), "there is no python3");
        serve();
        Path script = Files.writeString(folder.resolve("stow.py"), """
                import http.client, sys
                body = b''
                for name in sys.argv[2:]:
                    with open(name, 'rb') as file:
                        body += b'--xyz\\r\\nContent-Type: application/dicom\\r\\nContent-Location: a\\r\\n\\r\\n'
                        body += file.read() + b'\\r\\n'
                body += b'--xyz--'
                connection = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]), timeout=60)
                connection.request('POST', '/studies', body, {
                    'Content-Type': 'multipart/related; type=application/dicom; boundary=xyz',
                    'Accept': 'application/dicom+json'})
                print(connection.getresponse().status)
                """);
        List<String> command = new ArrayList<>(List.of(
                "python3", script.toString(), Integer.toString(push.url("/").getPort())));
        instances.subList(0, 20).forEach(file -> command.add(file.toString()));

        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("200");
        assertThat(rows("select count(*) from instance")).containsExactly("20");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts a private element of 100,000 bytes in front of the data set's last group before the pixel data. */
    private static byte[] withLongPrivateValue(byte[] file) {
        byte[] pixelData = {(byte) 0xE0, 0x7F, 0x10, 0x00, 'O', 'W'};
        int at = indexOf(file, pixelData);
        byte[] value = new byte[100_000];
        byte[] element = {
            0x61,
            0x00,
            0x10,
            0x00,
            'L',
            'O',
            8,
            0,
            'T',
            'E',
            'S',
            'T',
            ' ',
            ' ',
            ' ',
            ' ', //
            0x61,
            0x00,
            0x01,
            0x10,
            'O',
            'B',
            0,
            0,
            (byte) 0xA0,
            (byte) 0x86,
            1,
            0
        };
        byte[] longer = new byte[file.length + element.length + value.length];
        System.arraycopy(file, 0, longer, 0, at);
        System.arraycopy(element, 0, longer, at, element.length);
        System.arraycopy(file, at, longer, at + element.length + value.length, file.length - at);
        return longer;
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
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

    private List<Path> files() throws IOException {
        return regularFiles(sample);
    }

    private static List<Path> regularFiles(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }
}
