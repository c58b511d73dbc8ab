package io.lidc.source.archive;

import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Acknowledgement;
import java.io.IOException;

/** Acknowledges an archive once all of its entries are listed and each is acknowledged, by whichever thread comes last. */
final class ArchiveReceipt {
    private final Acknowledgement archive;
    private int outstanding = 1;
    private boolean readable = true;

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
        settle(true);
    }

    private synchronized void settle(boolean entryReadable) throws IOException {
        readable &= entryReadable;
        if (--outstanding == 0) {
            archive.acknowledge(readable);
        }
    }
}
