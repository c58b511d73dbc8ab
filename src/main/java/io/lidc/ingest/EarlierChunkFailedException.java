package io.lidc.ingest;

/** A chunk is not committed, as one that was discovered before it failed; that one's failure is the reason. */
public final class EarlierChunkFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    EarlierChunkFailedException() {
        super("an earlier chunk of the run failed");
    }
}
