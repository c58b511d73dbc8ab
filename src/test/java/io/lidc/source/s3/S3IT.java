package io.lidc.source.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.archive.TestArchive;
import io.lidc.source.s3.FaultyProxy.Fault;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.MetadataRows;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets and their notifications, on real servers in this process. */
class S3IT {
    @TempDir
    private Path folder;

    private Home home;
    private Path sample;
    private S3Server server;
    private Queue queue;
    private Process child;

    @BeforeEach
    void startTheServer() throws Exception {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        sample = Home.sample(folder.resolve("buckets"));
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
        server = new S3Server(folder.resolve("buckets"));
        home = Home.in(folder)
                .set(S3Keys.ENDPOINT, server.endpoint().toString())
                .set(S3Keys.REGION, "us-east-1")
                .set(S3Keys.PATH_STYLE, "true");
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
        if (queue != null) {
            queue.close();
        }
        server.close();
    }

    @Test
    void givesTheSameRowsAsTheFolder() throws SQLException {
        home.run("ingest", sample, "--out", folder.resolve("folder"));
        home.run("ingest", "s3://sample", "--out", folder.resolve("out"));

        assertThat(MetadataRows.of(folder.resolve("out"))).isEqualTo(MetadataRows.of(folder.resolve("folder")));
    }

    @Test
    void givesEveryObjectItsOutcome() {
        assertThat(ingest("s3://sample").out())
                .containsPattern("STORED +210\\n")
                .containsPattern("discovered +216  balanced");
    }

    @Test
    void printsWhatItCostOnTheNetwork() {
        assertThat(ingest("s3://sample").out()).containsPattern("21[67] requests, 1\\.0\\d\\d an instance; ");
    }

    @Test
    void readsNothingASecondTime() throws SQLException {
        ingest("s3://sample");
        ingest("s3://sample");

        assertThat(rows("select unchanged, bytes_read from run where stored = 0"))
                .containsExactly("216|0");
    }

    @Test
    void readsAnArchiveInABucket() throws IOException {
        TestArchive.ofFolder(sample, folder.resolve("sample.zip"));
        Files.createDirectories(folder.resolve("buckets/zips"));
        Files.move(folder.resolve("sample.zip"), folder.resolve("buckets/zips/sample.zip"));

        assertThat(ingest("s3://zips").out())
                .containsPattern("STORED +210\\n")
                .containsPattern("discovered +216  balanced");
    }

    @Test
    void losesNothingOnAnUnreliableNetwork() throws IOException {
        Fault[] faults = {Fault.NONE, Fault.THROTTLE, Fault.NONE, Fault.CUT, Fault.NONE};
        try (FaultyProxy proxy = new FaultyProxy(server.port(), request -> faults[request % faults.length])) {
            home.set(S3Keys.ENDPOINT, proxy.endpoint().toString());

            assertThat(ingest("s3://sample").out())
                    .containsPattern("STORED +210\\n")
                    .containsPattern("discovered +216  balanced");
        }
    }

    @Test
    void readsInTheNextRunWhatTheServerDidNotGive() throws IOException {
        AtomicBoolean throttled = new AtomicBoolean(true);
        IntFunction<Fault> allButTheListing = request -> request > 0 && throttled.get() ? Fault.THROTTLE : Fault.NONE;
        try (FaultyProxy proxy = new FaultyProxy(server.port(), allButTheListing)) {
            home.set(S3Keys.ENDPOINT, proxy.endpoint().toString()).set(S3Keys.ATTEMPTS, "1");
            ingest("s3://sample");
            throttled.set(false);

            assertThat(ingest("s3://sample").out()).containsPattern("STORED +210\\n");
        }
    }

    @Test
    void readsManyObjectsAtATime() throws IOException {
        try (FaultyProxy proxy = new FaultyProxy(server.port(), request -> Fault.LATENCY)) {
            home.set(S3Keys.ENDPOINT, proxy.endpoint().toString());
            ingest("s3://sample");

            assertThat(proxy.mostAtATime()).isGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void saysThatThereIsNoSuchBucketInEachRun() throws SQLException {
        ingest("s3://no-such-bucket");
        ingest("s3://no-such-bucket");

        assertThat(rows("select failed from run")).containsExactly("1", "1");
    }

    @Test
    void deletesMessagesOfCommittedObjects() throws IOException {
        notifyOfTheSample();

        assertThat(ingest("sqs:lidc").out())
                .containsPattern("STORED +210\\n")
                .containsPattern("discovered +216  balanced");
        assertThat(queue.messages()).isZero();
    }

    @Test
    void countsAMessageThatIsNoNotificationAsAFailure() throws IOException, SQLException {
        startQueue();
        queue.send("no notification");
        ingest("sqs:lidc");

        assertThat(rows("select error_code from set_aside")).containsExactly("BAD_EVENT");
        assertThat(queue.messages()).isZero();
    }

    @Test
    void losesNothingAndStoresNothingTwiceAfterAKillBetweenCommitAndDeletion() throws Exception {
        notifyOfTheSample();
        home.haltAfterCommit();
        home.set(SqsKeys.VISIBILITY_TIMEOUT, "5");
        child = Child.start(
                Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"),
                home.folder(),
                folder.resolve("child.log"),
                "ingest",
                "sqs:lidc",
                "--out",
                folder.resolve("out"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rows("select * from instance").isEmpty());
        child.destroyForcibly().waitFor();
        assertThat(queue.messages()).isEqualTo(216);
        home.goOnAfterCommit();
        home.set(SqsKeys.VISIBILITY_TIMEOUT, "300");
        await().atMost(Duration.ofSeconds(30)).until(() -> queue.waiting() == 216);

        assertThat(ingest("sqs:lidc").out())
                .containsPattern("UNCHANGED +216\\b")
                .containsPattern("discovered +216  balanced");
        assertThat(rows("select * from instance")).hasSize(210);
        assertThat(queue.messages()).isZero();
    }

    private void startQueue() throws IOException {
        queue = Queue.empty();
        home.set(SqsKeys.ENDPOINT, queue.endpoint());
    }

    private void notifyOfTheSample() throws IOException {
        startQueue();
        try (Stream<Path> files = Files.walk(sample)) {
            queue.sendCreated(
                    sample, files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private Home.Result ingest(String source) {
        return home.run("ingest", source, "--out", folder.resolve("out"));
    }

    private List<String> rows(String query) throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve("out/lidc.db");
        if (!Files.exists(folder.resolve("out/lidc.db"))
                || Rows.of(database, "select name from sqlite_master where name = 'instance'")
                        .isEmpty()) {
            return List.of();
        }
        return Rows.of(database + "?busy_timeout=10000", query);
    }
}
