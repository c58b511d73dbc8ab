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
    private boolean broken;

    /**
     * Returns when all earlier chunks have ended.
     *
     * @param number of the chunk, from 0
     * @throws IllegalStateException when an earlier chunk has failed
     */
    synchronized void await(int number) throws InterruptedException {
        while (next < number && !broken) {
            wait();
        }
        if (broken) {
            throw new IllegalStateException("an earlier chunk has failed");
        }
    }

    /** Says that a chunk is over: committed or, for good, not. Every chunk that was begun must say so. */
    synchronized void end(int number, boolean committed) {
        broken |= !committed;
        ended.add(number);
        while (ended.remove(next)) {
            next++;
        }
        notifyAll();
    }
}
