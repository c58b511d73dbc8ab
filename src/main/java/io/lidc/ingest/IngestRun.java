package io.lidc.ingest;

import io.lidc.model.Totals;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.Traffic;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One pass over some sources. It counts what the sources list, apart from what the store says became of it. */
public final class IngestRun {
    private final String id;
    private final List<Source> sources;
    private final boolean retryFailed;
    private final AtomicLong discovered = new AtomicLong();
    private final AtomicReference<Totals> totals = new AtomicReference<>(Totals.NONE);
    private final Listing listing;
    private final CommitOrder commitOrder = new CommitOrder();
    private volatile boolean stopRequested;

    /** A pass that has not begun; with {@code retryFailed} known failures are read again. */
    public IngestRun(List<Source> sources, boolean retryFailed) {
        this.id = RunId.next();
        this.sources = List.copyOf(sources);
        this.retryFailed = retryFailed;
        this.listing = new Listing(this.sources);
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

    /** Whether the sources list nothing at all. */
    public boolean isEmpty() {
        return !listing.hasNext();
    }

    /**
     * Every object of every source, chunk by chunk, until a stop is requested. Each object in a chunk that is taken counts as
     * discovered. To be asked for once.
     *
     * @param size objects in a chunk at the most
     */
    public Iterator<List<ObjectReference>> chunks(int size) {
        return new ChunkIterator(this, listing, size);
    }

    /** How many objects the sources would list; empty where one of them can't tell without much work. */
    public OptionalLong count(BooleanSupplier wanted) {
        long count = 0;
        for (Source source : sources) {
            OptionalLong counted = source.count(wanted);
            if (counted.isEmpty()) {
                return counted;
            }
            count += counted.getAsLong();
        }
        return OptionalLong.of(count);
    }

    /** Whether a source is remote: what it lists should be opened many at a time. */
    public boolean isRemote() {
        return sources.stream().anyMatch(Source::isRemote);
    }

    /** What the sources have cost on the network so far. */
    public Traffic traffic() {
        return sources.stream().map(Source::traffic).reduce(Traffic.NONE, Traffic::plus);
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
