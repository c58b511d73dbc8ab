package io.lidc.source;

import java.util.Optional;

/**
 * One acknowledgement for several objects: of an archive for its entries, of a message for the objects that it names. It is due
 * once all are listed and each is acknowledged, by whichever thread comes last; one that cannot be read decides.
 */
public final class SharedAcknowledgement {
    private int outstanding = 1;
    private Verdict verdict = new Verdict(true, "");

    /** Counts one more object; the listing itself counts as outstanding until {@link #listed()}. */
    public synchronized void cover() {
        outstanding++;
    }

    /** Says that there are no more objects; gives the verdict when the acknowledgement is due. */
    public Optional<Verdict> listed() {
        return settle(new Verdict(true, ""));
    }

    /** Takes the acknowledgement of one object; gives the verdict on all when theirs is due. */
    public synchronized Optional<Verdict> settle(Verdict ofObject) {
        if (verdict.readable() && (!ofObject.readable() || !ofObject.runId().isEmpty())) {
            verdict = ofObject;
        }
        outstanding--;
        return outstanding == 0 ? Optional.of(verdict) : Optional.empty();
    }
}
