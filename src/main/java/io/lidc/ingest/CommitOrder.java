package io.lidc.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Where a chunk stands among those of its run that are under way at the same time. They are committed in the order of their discovery: of two
 * objects with one SOP Instance UID the first discovered is stored, on every machine and after every crash.
 */
final class CommitOrder {
    private final CompletableFuture<Boolean> earlier;
    private final CompletableFuture<Boolean> own = new CompletableFuture<>();

    private CommitOrder(CompletableFuture<Boolean> earlier) {
        this.earlier = earlier;
    }

    /** The place before the first chunk's: whoever has it waits for none, and nobody waits for it. */
    static CommitOrder start() {
        CommitOrder start = new CommitOrder(CompletableFuture.completedFuture(true));
        start.end(true);
        return start;
    }

    /** Of the chunk that was discovered next. */
    CommitOrder next() {
        return new CommitOrder(own);
    }

    /** Returns once the chunk before is committed. */
    void await() throws InterruptedException, EarlierChunkFailedException {
        try {
            if (!earlier.get()) {
                throw new EarlierChunkFailedException();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says that the work on the chunk is over. */
    void end(boolean committed) {
        own.complete(committed);
    }
}
