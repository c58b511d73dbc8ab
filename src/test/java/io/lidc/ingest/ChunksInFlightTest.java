package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lidc.model.Location;
import io.lidc.model.Totals;
import io.lidc.source.ObjectReference;
import io.lidc.store.CommittedChunk;
import io.lidc.store.KnownObjects;
import io.lidc.testing.ListedSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChunksInFlightTest {
    private final List<String> committed = new CopyOnWriteArrayList<>();
    private final CountDownLatch secondStarted = new CountDownLatch(1);

    @Test
    void takesTheNextChunkWhileTheCurrentIsUnderWay() throws Exception {
        try (ChunksInFlight chunks = new ChunksInFlight(2, this::firstWaitsForSecond)) {
            chunks.add(chunk("1"));
            chunks.add(chunk("2"));
            chunks.await();
        }

        assertThat(committed).hasSize(2);
    }

    @Test
    void commitsInTheOrderOfDiscovery() throws Exception {
        try (ChunksInFlight chunks = new ChunksInFlight(3, this::lastIsReadFirst)) {
            for (int i = 1; i <= 9; i++) {
                chunks.add(chunk("" + i));
            }
            chunks.await();
        }

        assertThat(committed).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void takesNoMoreThanSoMany() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ChunksInFlight chunks = new ChunksInFlight(2, chunk -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            commit(chunk);
            now.decrementAndGet();
        })) {
            for (int i = 0; i < 20; i++) {
                chunks.add(chunk("" + i));
            }
            chunks.await();
        }

        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void commitsNoChunkAfterOneThatFails() {
        catchThrowable(this::failFirst);

        assertThat(committed).isEmpty();
    }

    @Test
    void throwsWhatTheFirstChunkFailedOf() {
        assertThatThrownBy(this::failFirst).isInstanceOf(IOException.class).hasMessage("no room");
    }

    @Test
    void logsWithTheContextOfThePass() throws Exception {
        List<String> runs = new CopyOnWriteArrayList<>();
        LogContext context = LogContext.ofRoute("folder");
        try (ChunksInFlight chunks = new ChunksInFlight(2, chunk -> runs.add(MDC.get(LogContext.ROUTE)))) {
            chunks.add(chunk("1"));
            chunks.await();
        } finally {
            context.close();
        }

        assertThat(runs).containsExactly("folder");
    }

    @Test
    void throwsTheErrorOfAChunk() {
        assertThatThrownBy(() -> {
                    try (ChunksInFlight chunks = new ChunksInFlight(2, chunk -> {
                        throw new StackOverflowError();
                    })) {
                        chunks.add(chunk("1"));
                        chunks.await();
                    }
                })
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void waitsForChunksUnderWayWhenItIsClosed() throws Exception {
        try (ChunksInFlight chunks = new ChunksInFlight(3, this::firstWaitsForSecond)) {
            chunks.add(chunk("1"));
            chunks.add(chunk("2"));
        }

        assertThat(committed).containsExactly("1", "2");
    }

    private void failFirst() throws Exception {
        try (ChunksInFlight chunks = new ChunksInFlight(2, chunk -> {
            if (name(chunk).equals("1")) {
                secondStarted.await(10, TimeUnit.SECONDS);
                throw new IOException("no room");
            }
            secondStarted.countDown();
            commit(chunk);
        })) {
            chunks.add(chunk("1"));
            chunks.add(chunk("2"));
            chunks.await();
        }
    }

    private void firstWaitsForSecond(Chunk chunk) throws Exception {
        if (name(chunk).equals("1")) {
            assertThat(secondStarted.await(10, TimeUnit.SECONDS)).isTrue();
        } else {
            secondStarted.countDown();
        }
        commit(chunk);
    }

    private void lastIsReadFirst(Chunk chunk) throws Exception {
        if (Integer.parseInt(name(chunk)) % 3 != 0) {
            Thread.yield();
        }
        commit(chunk);
    }

    private void commit(Chunk chunk) throws Exception {
        chunk.awaitTurn();
        chunk.lookedUp(new KnownObjects(Set.of(name(chunk)), Set.of(), Map.of()));
        chunk.stored(new CommittedChunk(Totals.NONE, List.of()));
        committed.add(name(chunk));
    }

    private static String name(Chunk chunk) {
        return chunk.getDiscovered().get(0).location().uri();
    }

    private static Chunk chunk(String uri) {
        ObjectReference object = ObjectReference.at(new Location(uri, 1, "1"));
        ListedSource source = new ListedSource("memory:", List.of(object));
        return new Chunk(new IngestRun(List.of(source), false), source, List.of(object));
    }
}
