package io.lidc.source;

import io.lidc.source.ObjectReference.Acknowledgement;
import io.lidc.source.ObjectReference.Verdict;
import java.io.IOException;

/**
 * One acknowledgement for several objects: of an archive for its entries, of a message for the objects that it tells of. It
 * is given once all are listed and each is acknowledged, by whichever thread comes last; one that can't be read decides.
 */
public final class SharedAcknowledgement {
    private final Acknowledgement whole;
    private int outstanding = 1;
    private Verdict verdict = new Verdict(true, "");

    /** The listing itself counts as outstanding until {@link #listed()}. */
    public SharedAcknowledgement(Acknowledgement whole) {
        this.whole = whole;
    }

    /** The object, whose acknowledgement counts. */
    public synchronized ObjectReference covering(ObjectReference object) {
        outstanding++;
        return object.acknowledgedBy(this::settle);
    }

    /** Says that there are no more objects. */
    public void listed() throws IOException {
        settle(new Verdict(true, ""));
    }

    private synchronized void settle(Verdict ofObject) throws IOException {
        if (verdict.readable() && (!ofObject.readable() || !ofObject.runId().isEmpty())) {
            verdict = ofObject;
        }
        if (--outstanding == 0) {
            whole.acknowledge(verdict);
        }
    }
}
