package io.lidc.ingest.header;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(100);
    private final MemoryBudget.Reservation first = budget.new Reservation();
    private final MemoryBudget.Reservation second = budget.new Reservation();
    private final MemoryBudget.Reservation third = budget.new Reservation();
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void endTheOther() {
        other.shutdownNow();
    }

    @Test
    void givesMoreThanThereIsToOneReader() throws Exception {
        first.raiseTo(1_000);

        assertThat(other.submit(() -> raise(first, 2_000)).get(5, SECONDS)).isEqualTo(2_000);
    }

    @Test
    void letsOthersWaitForTheReaderThatOverdraws() throws Exception {
        first.raiseTo(1_000);
        Future<Long> waiting = other.submit(() -> raise(second, 10));

        assertThatThrownBy(() -> waiting.get(200, MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void goesOnWithWhoWaitsOnceTheReaderThatOverdrewIsDone() throws Exception {
        first.raiseTo(1_000);
        Future<Long> waiting = other.submit(() -> raise(second, 10));
        first.close();

        assertThat(waiting.get(5, SECONDS)).isEqualTo(10);
    }

    @Test
    void letsNoTwoReadersWaitForEachOther() throws Exception {
        first.raiseTo(50);
        second.raiseTo(50);
        Future<Long> waiting = other.submit(() -> raise(second, 80));
        first.close();
        third.raiseTo(20);

        assertThat(waiting.get(5, SECONDS)).isEqualTo(80);
    }

    private static long raise(MemoryBudget.Reservation reservation, long bytes) throws Exception {
        reservation.raiseTo(bytes);
        return bytes;
    }
}
