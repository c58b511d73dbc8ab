package io.lidc.ingest;

import io.lidc.source.ObjectReference;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts a listing into chunks while it goes on. One ends early where its references hold much in memory, so that any listing
 * fits. (Camel's {@code collate}, in 4.18.0, gives lists of lists from its second evaluation in a process on.)
 */
final class ChunkIterator implements Iterator<List<ObjectReference>>, Closeable {
    private static final long MOST_HELD = 16L << 20;

    private final IngestRun run;
    private final Listing listing;
    private final int size;

    ChunkIterator(IngestRun run, Listing listing, int size) {
        this.run = run;
        this.listing = listing;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return !run.stopRequested() && listing.hasNext();
    }

    @Override
    public List<ObjectReference> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<ObjectReference> chunk = new ArrayList<>();
        long held = 0;
        while (chunk.size() < size && held < MOST_HELD && hasNext()) {
            ObjectReference object = listing.next();
            chunk.add(object);
            held += object.held();
        }
        run.discover(chunk.size());
        return chunk;
    }

    /** Called by the splitter when it ends, however it ends. */
    @Override
    public void close() throws IOException {
        listing.close();
    }
}
