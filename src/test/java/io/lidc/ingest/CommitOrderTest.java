package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CommitOrderTest {
    private final CommitOrder order = new CommitOrder();

    @Test
    void letsTheFirstChunkCommitAtOnce() throws Exception {
        order.await(0);

        assertThat(waiting(1)).isNotDone();
    }

    @Test
    void letsAChunkCommitWhenAllEarlierOnesHaveEnded() {
        CompletableFuture<Void> third = waiting(2);
        order.committed(1);
        order.committed(0);

        await().until(third::isDone);
    }

    @Test
    void holdsAChunkBackWhileAnEarlierOneIsInHand() {
        order.committed(1);

        assertThat(waiting(2)).isNotDone();
    }

    @Test
    void letsNoChunkCommitAfterOneThatHasFailed() {
        CompletableFuture<Void> second = waiting(1);
        order.failed(0, new IOException("no room"));

        assertThatThrownBy(second::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("an earlier chunk has failed");
    }

    @Test
    void tellsALaterChunkWhatTheFirstOneFailedOf() {
        IOException first = new IOException("no room");
        order.failed(0, first);
        EarlierChunkFailedException second =
                catchThrowableOfType(EarlierChunkFailedException.class, () -> order.await(1));
        order.failed(1, second);

        assertThatThrownBy(() -> order.await(2))
                .isInstanceOfSatisfying(EarlierChunkFailedException.class, third -> assertThat(third.reason())
                        .contains(first));
    }

    private CompletableFuture<Void> waiting(int number) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                order.await(number);
                done.complete(null);
            } catch (InterruptedException | EarlierChunkFailedException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        await().until(() -> done.isDone() || thread.getState() == Thread.State.WAITING);
        return done;
    }
}
