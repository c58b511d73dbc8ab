package io.lidc.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedCallTest {
    private final ExecutorService executor = DaemonThreads.named("test");
    private final CountDownLatch hanging = new CountDownLatch(1);

    @AfterEach
    void release() {
        hanging.countDown();
        executor.shutdown();
    }

    @Test
    void givesUpOnWorkThatHangs() {
        BoundedCall<Integer> call = new BoundedCall<>(this::hang, Duration.ofMillis(50), executor);

        assertThatThrownBy(() -> call.await(call.start())).isInstanceOf(TimeoutException.class);
    }

    @Test
    void startsNoSecondAttemptBesideOneThatHangs() {
        BoundedCall<Integer> call = new BoundedCall<>(this::hang, Duration.ofMillis(50), executor);

        assertThat(call.start()).isSameAs(call.start());
    }

    @Test
    void makesAnotherAttemptAfterOneThatHasEnded() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        BoundedCall<Integer> call = new BoundedCall<>(attempts::incrementAndGet, Duration.ofSeconds(30), executor);
        Future<Integer> first = call.start();
        call.await(first);

        assertThat(call.await(call.start())).isEqualTo(2);
    }

    private Integer hang() throws InterruptedException {
        hanging.await();
        return 1;
    }
}
