package io.lidc.source.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lidc run} with {@code s3.enabled}. */
class BucketServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Buckets buckets;

    @BeforeEach
    void fillTheBucket() throws Exception {
        buckets = new Buckets(folder);
        buckets.home()
                .set(S3Keys.ENABLED, "true")
                .set(S3Keys.SOURCE, "s3://" + Buckets.NAME)
                .set(S3Keys.PERIOD, "100");
    }

    @AfterEach
    void end() {
        buckets.close();
    }

    @Test
    void storesTheObjectsOfTheBucket() throws Exception {
        buckets.startTheService();

        await().atMost(PATIENCE).until(() -> buckets.instances() == 210);
    }

    @Test
    void storesAnObjectThatIsPutLater() throws Exception {
        String key = buckets.key();
        Path late = buckets.take(key);
        buckets.startTheService();
        await().atMost(PATIENCE).until(() -> buckets.instances() == 209);
        buckets.put(key, late);

        await().atMost(PATIENCE)
                .until(
                        () -> buckets.rows("select stored from run where state = 'COMPLETED' and stored = 1"),
                        List.of("1")::equals);
    }

    @Test
    void readsNothingASecondTime() throws Exception {
        buckets.startTheService();
        awaitThreePasses();

        assertThat(buckets.rows(
                        "select distinct unchanged, bytes_read from run" + " where state = 'COMPLETED' and stored = 0"))
                .containsExactly("216|0");
    }

    @Test
    void leavesTheBucketAsItIs() throws Exception {
        List<Path> before = buckets.files();
        buckets.startTheService();
        awaitThreePasses();

        assertThat(buckets.files()).isEqualTo(before);
    }

    private void awaitThreePasses() {
        await().atMost(PATIENCE)
                .until(() -> buckets.rows("select 1 from run where state = 'COMPLETED'")
                                .size()
                        >= 3);
    }
}
