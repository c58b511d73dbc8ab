package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final Throughput throughput = new Throughput(now::get);

    @Test
    void hasTheSecondsBeforeTheCurrentOne() {
        throughput.add(3);
        now.incrementAndGet();
        throughput.add(4);
        throughput.add(5);
        now.incrementAndGet();
        throughput.add(100);

        assertThat(throughput.recent()).hasSize(Throughput.SECONDS - 1).endsWith(0L, 3L, 9L);
    }

    @Test
    void forgetsWhatIsAMinuteOld() {
        throughput.add(3);
        now.addAndGet(Throughput.SECONDS);

        assertThat(throughput.recent()).containsOnly(0L);
    }
}
