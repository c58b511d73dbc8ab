package io.lidc.source.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lidc run} with {@code sqs.enabled}. */
class QueueServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Buckets buckets;
    private Queue queue;

    @BeforeEach
    void startTheQueue() throws Exception {
        buckets = new Buckets(folder);
        queue = Queue.missing();
        buckets.home()
                .set(SqsKeys.ENABLED, "true")
                .set(SqsKeys.ENDPOINT, queue.endpoint())
                .set(SqsKeys.PERIOD, "100");
    }

    @AfterEach
    void end() {
        buckets.close();
        queue.close();
    }

    @Test
    void storesWhatAMessageTellsOf() throws Exception {
        queue.create();
        buckets.startTheService();
        queue.sendCreated(buckets.bucket(), buckets.files().subList(0, 1));

        await().atMost(PATIENCE).until(() -> buckets.instances() == 1);
    }

    @Test
    void deletesTheMessageOfAStoredObject() throws Exception {
        queue.create();
        queue.sendCreated(buckets.bucket(), buckets.files());
        buckets.startTheService();
        await().atMost(PATIENCE).until(() -> buckets.instances() == 210);

        await().atMost(PATIENCE).until(() -> queue.messages() == 0);
    }

    @Test
    void keepsTheMessageUntilTheCommit() throws Exception {
        queue.create();
        queue.sendCreated(buckets.bucket(), buckets.files().subList(0, 1));
        buckets.home().haltAfterCommit();
        buckets.startTheService();
        await().atMost(PATIENCE).until(() -> buckets.instances() == 1);

        assertThat(queue.messages()).isEqualTo(1);
    }

    @Test
    void countsAnObjectThatIsNotThereAsAFailure() throws Exception {
        tellOfAMissingObject();

        assertThat(buckets.rows("select outcome, error_code, message from set_aside"))
                .containsExactly("FAILED|GONE|there is no such object any more, or no such bucket");
    }

    @Test
    void deletesTheMessageOfAnObjectThatIsNotThere() throws Exception {
        tellOfAMissingObject();

        await().atMost(PATIENCE).until(() -> queue.messages() == 0);
    }

    @Test
    void goesOnAfterAMessageOfAnObjectThatIsNotThere() throws Exception {
        tellOfAMissingObject();
        queue.sendCreated(buckets.bucket(), buckets.files().subList(0, 1));

        await().atMost(PATIENCE).until(() -> buckets.instances() == 1);
    }

    @Test
    void storesAnObjectThatComesBackAsItWas() throws Exception {
        String key = buckets.key();
        Path taken = buckets.take(key);
        String message = Queue.created(Buckets.NAME, key, Files.size(taken));
        queue.create();
        queue.send(message);
        buckets.startTheService();
        awaitAFailure();
        buckets.put(key, taken);
        queue.send(message);

        await().atMost(PATIENCE).until(() -> buckets.instances() == 1);
        assertThat(buckets.rows("select * from set_aside")).isEmpty();
    }

    @Test
    void setsNothingAsideOfAnObjectThatWasOverwrittenBeforeItsMessagesCame() throws Exception {
        String key = buckets.key();
        Path file = buckets.take(key);
        buckets.put(key, file);
        String message = Queue.created(Buckets.NAME, key, Files.size(file));
        queue.create();
        queue.send(message.replace("\"size\"", "\"eTag\":\"00000000000000000000000000000000\",\"size\""));
        queue.send(message);
        buckets.startTheService();
        await().atMost(PATIENCE).until(() -> queue.messages() == 0);

        assertThat(buckets.rows("select * from set_aside")).isEmpty();
    }

    @Test
    void goesOnOnceThereIsAQueue() throws Exception {
        buckets.startTheService();
        await().atMost(PATIENCE).until(() -> log().contains("Source sqs:lidc was not read"));
        queue.create();
        queue.sendCreated(buckets.bucket(), buckets.files().subList(0, 1));

        await().atMost(PATIENCE).until(() -> buckets.instances() == 1);
    }

    @Test
    void saysInALineThatThereIsNoQueue() throws Exception {
        buckets.startTheService();
        await().atMost(PATIENCE).until(() -> log().contains("Source sqs:lidc was not read"));

        assertThat(log().lines().filter(line -> !line.contains(" INFO ")))
                .isNotEmpty()
                .allMatch(line -> line.contains("Source sqs:lidc was not read"));
    }

    private void tellOfAMissingObject() throws Exception {
        queue.create();
        queue.send(Queue.created(Buckets.NAME, "missing.dcm", 1000));
        buckets.startTheService();
        awaitAFailure();
    }

    private void awaitAFailure() {
        await().atMost(PATIENCE)
                .until(() -> buckets.rows("select failed from run where state = 'COMPLETED'"), List.of("1")::equals);
    }

    private String log() throws Exception {
        return Files.readString(buckets.log());
    }
}
