package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CommitOrderTest {
    private final CommitOrder order = new CommitOrder();

    @Test
    void letsTheFirstChunkCommitAtOnce() throws InterruptedException {
        order.await(0);

        assertThat(waiting(1)).isNotDone();
    }

    @Test
    void letsAChunkCommitWhenAllEarlierOnesHaveEnded() {
        CompletableFuture<Void> third = waiting(2);
        order.end(1, true);
        order.end(0, true);

        await().until(third::isDone);
    }

    @Test
    void holdsAChunkBackWhileAnEarlierOneIsInHand() {
        order.end(1, true);

        assertThat(waiting(2)).isNotDone();
    }

    @Test
    void letsNoChunkCommitAfterOneThatHasFailed() {
        CompletableFuture<Void> second = waiting(1);
        order.end(0, false);

        assertThatThrownBy(second::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("an earlier chunk has failed");
    }

    private CompletableFuture<Void> waiting(int number) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                order.await(number);
                done.complete(null);
            } catch (InterruptedException | IllegalStateException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        await().until(() -> done.isDone() || thread.getState() == Thread.State.WAITING);
        return done;
    }
}
