package io.lidc.source.archive;

import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Acknowledgement;
import io.lidc.source.ObjectReference.Verdict;
import java.io.IOException;

/** Acknowledges an archive once all of its entries are listed and each is acknowledged, by whichever thread comes last. */
final class ArchiveReceipt {
    private final Acknowledgement archive;
    private int outstanding = 1;
    private Verdict verdict = new Verdict(true, "");

    /** The listing itself counts as outstanding until {@link #listed()}. */
    ArchiveReceipt(Acknowledgement archive) {
        this.archive = archive;
    }

    /** The entry, whose acknowledgement counts. */
    synchronized ObjectReference covering(ObjectReference entry) {
        outstanding++;
        return entry.acknowledgedBy(this::settle);
    }

    /** Says that there are no more entries. */
    void listed() throws IOException {
        settle(new Verdict(true, ""));
    }

    private synchronized void settle(Verdict ofEntry) throws IOException {
        if (verdict.readable() && (!ofEntry.readable() || !ofEntry.runId().isEmpty())) {
            verdict = ofEntry;
        }
        if (--outstanding == 0) {
            archive.acknowledge(verdict);
        }
    }
}
