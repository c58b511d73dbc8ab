package io.lidc.ingest;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.store.Totals;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** One pass over some sources. It counts what the sources list, apart from what the store says became of it. */
public final class IngestRun {
    private final String id;
    private final List<Source> sources;
    private final boolean retryFailed;
    private final AtomicLong discovered = new AtomicLong();
    private final AtomicReference<Totals> totals = new AtomicReference<>(Totals.NONE);
    private final CommitOrder commitOrder = new CommitOrder();
    private volatile boolean stopRequested;

    /** A pass that has not begun; with {@code retryFailed} known failures are read again. */
    public IngestRun(List<Source> sources, boolean retryFailed) {
        this.id = RunId.next();
        this.sources = List.copyOf(sources);
        this.retryFailed = retryFailed;
    }

    /** Names the run: in the database, in the dead-letter folder. */
    public String id() {
        return id;
    }

    /** Whether known failures are read again. */
    public boolean retryFailed() {
        return retryFailed;
    }

    /** The sources' URIs, a line each. */
    public String sourceUris() {
        return sources.stream().map(Source::uri).collect(Collectors.joining("\n"));
    }

    /** What has been stored so far. */
    public Totals totals() {
        return totals.get();
    }

    /** Objects that the sources have listed so far. */
    public long discovered() {
        return discovered.get();
    }

    /** Counts objects that come to the run by themselves, without a listing. */
    public void discover(int count) {
        discovered.addAndGet(count);
    }

    /** Ends the listing after the chunk in hand. */
    public void requestStop() {
        stopRequested = true;
    }

    /** Whether the listing was ended early. */
    public boolean stopRequested() {
        return stopRequested;
    }

    /** Every object of every source, that many in a chunk, until a stop is requested. */
    public Iterator<List<ObjectReference>> chunks(int size) {
        return new ChunkIterator(references(), size);
    }

    /** Each object that is taken counts as discovered. */
    private Iterator<ObjectReference> references() {
        Iterator<ObjectReference> listed = preview();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !stopRequested && listed.hasNext();
            }

            @Override
            public ObjectReference next() {
                ObjectReference reference = listed.next();
                discovered.incrementAndGet();
                return reference;
            }
        };
    }

    /** The same objects, without a count of them. */
    public Iterator<ObjectReference> preview() {
        Iterator<Source> remaining = sources.iterator();
        return new Iterator<>() {
            private Iterator<ObjectReference> current = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && remaining.hasNext()) {
                    current = remaining.next().list();
                }
                return current.hasNext();
            }

            @Override
            public ObjectReference next() {
                return hasNext()
                        ? current.next()
                        : Collections.<ObjectReference>emptyIterator().next();
            }
        };
    }

    CommitOrder commitOrder() {
        return commitOrder;
    }

    void add(Totals stored) {
        totals.accumulateAndGet(stored, Totals::plus);
    }

    @Override
    public String toString() {
        return "run " + id;
    }
}
