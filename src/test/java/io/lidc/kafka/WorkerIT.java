package io.lidc.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.ReferenceJson;
import io.lidc.source.folder.FolderSource;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose topic is not there when it starts. The last test stops the broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String TOPIC = "objects";

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static MonitoredService worker;

    @BeforeAll
    static void deliver() throws Exception {
        broker = TestBroker.start(folder);
        Home home = Home.in(folder)
                .set(KafkaKeys.WORKER, "true")
                .set(KafkaKeys.BROKERS, broker.address())
                .set(KafkaKeys.TOPIC, TOPIC)
                .set(KafkaKeys.PARTITIONS, "3")
                .set(KafkaKeys.DEAD_LETTER_TOPIC, "letters");
        broker.topic("letters", 1, "none").createIfMissing();
        worker = MonitoredService.start(home, folder);
        Iterator<ObjectReference> sample = new FolderSource(Home.sample(folder)).list();
        for (int i = 0; i < 3; i++) {
            String reference = ReferenceJson.write(sample.next());
            broker.send(TOPIC, "folder", reference);
            broker.send(TOPIC, "folder", reference);
        }
        broker.send(TOPIC, "other", ReferenceJson.write(ObjectReference.at(new Location("other:///a/b", 1, "v"))));
        await().atMost(TIMEOUT).until(() -> worker.rows("select delivered from scale_out"), List.of("7")::equals);
    }

    @AfterAll
    static void stop() {
        worker.close();
        broker.close();
    }

    @Test
    @Order(1)
    void storesAnObjectThatWasPublishedTwiceOnce() throws Exception {
        assertThat(worker.rows("select count(*) from instance")).containsExactly("3");
    }

    @Test
    @Order(1)
    void setsAsideWhatHasALocationOfNoKnownScheme() throws Exception {
        assertThat(worker.rows("select source_uri, outcome, error_code from set_aside"))
                .containsExactly("other:///a/b|FAILED|GONE");
    }

    @Test
    @Order(1)
    void sendsTheRecordOfAFailureToTheTopicOfDeadLetters() throws Exception {
        try (Topic letters = broker.topic("letters", 1, "nobody")) {
            assertThat(letters.lag()).isEqualTo(Map.of(0, 1L));
        }
    }

    @Test
    @Order(1)
    void tellsHowManyRecordsItHasConsumed() throws Exception {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(worker.metrics())
                .containsEntry("lidc_kafka_records_consumed_total", 7.0));
    }

    @Test
    @Order(1)
    void tellsWhatWaitsInEachPartition() throws Exception {
        assertThat(worker.metrics())
                .containsKeys(
                        "lidc_kafka_lag{partition=\"0\"}",
                        "lidc_kafka_lag{partition=\"1\"}",
                        "lidc_kafka_lag{partition=\"2\"}");
    }

    @Test
    @Order(1)
    void isReady() throws Exception {
        assertThat(worker.get("/observe/health/ready"))
                .satisfies(ready -> assertThat(ready.body()).contains("kafka"))
                .satisfies(
                        ready -> assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200));
    }

    @Test
    @Order(2)
    void isNotReadyWhileNoBrokerAnswers() throws Exception {
        broker.stop();
        try {
            await().atMost(TIMEOUT)
                    .until(() -> worker.get("/observe/health/ready").statusCode() == 503);
        } finally {
            broker.start();
        }
        await().atMost(TIMEOUT).until(() -> worker.get("/observe/health/ready").statusCode() == 200);
    }
}
