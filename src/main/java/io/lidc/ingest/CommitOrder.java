package io.lidc.ingest;

import java.util.HashSet;
import java.util.Set;

/**
 * Lets the chunks of a run commit in the order of their discovery while later ones are read already. So the first discovered
 * of two objects with one UID is stored, on every machine and after every crash: what is stored is always the beginning of
 * the listing.
 */
final class CommitOrder {
    private final Set<Integer> ended = new HashSet<>();
    private int next;
    private EarlierChunkFailedException failure;

    /**
     * Returns when all earlier chunks have ended.
     *
     * @param number of the chunk, from 0
     * @throws EarlierChunkFailedException when an earlier chunk has failed
     */
    synchronized void await(int number) throws InterruptedException, EarlierChunkFailedException {
        while (next < number && failure == null) {
            wait();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Says that a chunk is committed. */
    synchronized void committed(int number) {
        end(number);
    }

    /**
     * Says that a chunk is over and, for good, not committed. Every chunk that was begun must end in one way or the other.
     *
     * @param reason null where nobody knows
     */
    synchronized void failed(int number, Exception reason) {
        // A later chunk fails only because of an earlier one.
        if (failure == null && !(reason instanceof EarlierChunkFailedException)) {
            failure = new EarlierChunkFailedException(reason);
        }
        end(number);
    }

    private void end(int number) {
        ended.add(number);
        while (ended.remove(next)) {
            next++;
        }
        notifyAll();
    }
}
