package io.lidc.ingest;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts the listings of a run into chunks while they go on, one source after the other, until a stop is requested. A chunk ends early
 * where its references hold much in memory, so that any listing fits.
 */
final class ChunkIterator implements Iterator<Chunk>, Closeable {
    private static final long MAX_HELD_BYTES = 16L << 20;

    private final IngestRun run;
    private final int size;
    private final Iterator<Source> remaining;
    private Source source;
    private Iterator<ObjectReference> listing;

    /** @param size objects in a chunk at most */
    ChunkIterator(IngestRun run, int size) {
        this.run = run;
        this.size = size;
        this.remaining = run.sources().iterator();
    }

    @Override
    public boolean hasNext() {
        while (!run.stopRequested() && (listing == null || !listing.hasNext()) && remaining.hasNext()) {
            closeListing();
            source = remaining.next();
            listing = source.list();
        }
        return !run.stopRequested() && listing != null && listing.hasNext();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<ObjectReference> objects = new ArrayList<>();
        long held = 0;
        while (objects.size() < size && held < MAX_HELD_BYTES && !run.stopRequested() && listing.hasNext()) {
            ObjectReference object = listing.next();
            objects.add(object);
            held += object.heldBytes();
        }
        run.listed(source);
        return new Chunk(run, source, objects);
    }

    private void closeListing() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (listing instanceof Closeable closeable) {
            closeable.close();
        }
        listing = null;
    }
}
