package io.lidc.ingest;

import io.lidc.ingest.deadletter.DeadLetter;
import io.lidc.model.ChunkCommitted;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.Verdict;
import io.lidc.store.CommittedChunk;
import io.lidc.store.KnownObjects;
import io.lidc.store.ReadChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some objects of a run on their way through the routes, from the source that listed them to its acknowledgement: what was
 * discovered, what is known of it, what has been read, what it came to. Where the extractions hold much in memory, those that there are
 * are committed before more is read, so that any chunk fits.
 */
public final class Chunk {
    private final IngestRun run;
    private final Source source;
    private final List<ObjectReference> discovered;
    private final HeldExtractions held;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Long> failures = new LinkedHashMap<>();
    private KnownObjects known = new KnownObjects(Set.of(), Set.of(), Map.of());
    private int unchanged;
    private Reading reading;
    private Totals totals = Totals.NONE;
    private CommitOrder order = CommitOrder.start();
    private volatile boolean committed;

    /** Objects that a source of this run has listed. */
    public Chunk(IngestRun run, Source source, List<ObjectReference> discovered) {
        this(run, source, discovered, new HeldExtractions());
    }

    Chunk(IngestRun run, Source source, List<ObjectReference> discovered, HeldExtractions held) {
        this.run = run;
        this.held = held;
        this.source = source;
        this.discovered = List.copyOf(discovered);
        this.reading = reading(this.discovered);
    }

    /** What cannot be read is kept under the URI that the object has after its acknowledgement. */
    private Reading reading(List<ObjectReference> objects) {
        return new Reading(objects, (failure, object) -> failure.at(source.uriOfUnreadable(object, run.id())));
    }

    /** Takes its place among the chunks that are under way. */
    void place(CommitOrder place) {
        order = place;
    }

    /** Returns once the chunks are committed that were discovered before. */
    void awaitTurn() throws InterruptedException, EarlierChunkFailedException {
        order.await();
    }

    /** Says that the work on it is over: the next one's turn has come. */
    void end() {
        order.end(committed);
    }

    /** The run that discovered it. */
    public IngestRun run() {
        return run;
    }

    /** The id of its run. */
    public String getRunId() {
        return run.id();
    }

    /** What was discovered. */
    public List<ObjectReference> getDiscovered() {
        return discovered;
    }

    /** Whether its objects come over a network. */
    public boolean isRemote() {
        return source.isRemote();
    }

    /** What is to be read: all but the unchanged and what is committed already. */
    public List<ObjectReference> getUnread() {
        return reading.objects();
    }

    /** Takes what the database knows of the objects. */
    void lookedUp(KnownObjects found) {
        known = found;
        reading = reading(discovered.stream()
                .filter(object -> !found.unchanged().contains(object.location().uri()))
                .toList());
        unchanged = discovered.size() - getUnread().size();
    }

    /** Whether it holds so much that it is to be committed before more is read. */
    boolean isFull() {
        return held.isFull();
    }

    /** Counts what an extraction holds. */
    void hold(Extraction.Read read, long headerBytes) {
        held.add(read, headerBytes);
    }

    /** Adds what reading the next object gave; null where it is to be read later. */
    void add(Extraction extraction) {
        reading.add(extraction);
    }

    /** Whether something cannot be read. */
    public boolean hasFailures() {
        return reading.hasFailures();
    }

    /** What cannot be read and needs somebody's attention. */
    public List<DeadLetter> getDeadLetters() {
        return reading.deadLetters(run.id());
    }

    /** Puts a failure in the place of each instance that the database refuses, and tells how many there were. */
    int reject(List<Extraction> refused) {
        return reading.reject(refused);
    }

    ReadChunk read() {
        List<Extraction> read = reading.given();
        boolean isAll = read.size() == getUnread().size();
        ReadChunk chunk = new ReadChunk(run.id(), read.size() + unchanged, unchanged, seenBefore(read, isAll), read);
        return isAll ? chunk.deliveredBy(source.delivered()) : chunk;
    }

    /** What is to be read, as handed over to others. */
    ReadChunk handedOver() {
        return ReadChunk.published(run.id(), unchanged, getUnread().size());
    }

    /** Others read it, and that is on record. */
    void published(CommittedChunk result) {
        run.add(result.totals(), unchanged > 0 ? known.failures().size() : 0);
        totals = totals.plus(result.totals());
        unchanged = 0;
        reading = reading(List.of());
        committed = true;
    }

    private Set<String> seenBefore(List<Extraction> read, boolean isAll) {
        if (isAll) {
            return known.changed();
        }
        Set<String> uris = new HashSet<>(known.changed());
        uris.retainAll(
                read.stream().map(extraction -> extraction.location().uri()).collect(Collectors.toSet()));
        return uris;
    }

    void stored(CommittedChunk result) {
        run.add(result.totals(), unchanged > 0 ? known.failures().size() : 0);
        totals = totals.plus(result.totals());
        getDeadLetters().forEach(letter -> failures.merge(letter.failure().errorCode(), 1L, Long::sum));
        List<ObjectReference> read = reading.read();
        for (int i = 0; i < read.size(); i++) {
            outcomes.put(read.get(i).location().uri(), result.outcomes().get(i));
        }
        List<ObjectReference> later = reading.later();
        unchanged = 0;
        reading = reading(later);
        held.clear();
        committed = later.isEmpty();
    }

    /** Whether the outcomes of all its objects are in the database. */
    public boolean isCommitted() {
        return committed;
    }

    /** How many of its objects have no outcome in the database so far. */
    public int outstanding() {
        return getUnread().size() + unchanged;
    }

    /** What became of the objects that were read, by location, as far as that is committed. */
    public Map<String, Outcome> getOutcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /** What is told of the chunk once it is committed. */
    public ChunkCommitted getEvent() {
        return new ChunkCommitted(run.id(), source.uri(), totals, failures, run.route());
    }

    /**
     * Tells the source of each object. Known objects are told of too: a crash after their commit may have kept that from
     * happening.
     *
     * @return what could not be done; the outcomes stand, and the next run finds these objects UNCHANGED and tells again
     */
    List<IOException> acknowledge() {
        List<IOException> refused = new ArrayList<>();
        for (ObjectReference object : discovered) {
            try {
                source.acknowledge(object, verdict(object.location()));
            } catch (IOException e) {
                refused.add(e);
            }
        }
        return refused;
    }

    private Verdict verdict(Location location) {
        String failedBefore = known.failures().get(location.uri());
        return failedBefore == null
                ? new Verdict(outcomes.get(location.uri()) != Outcome.FAILED, run.id())
                : new Verdict(false, failedBefore);
    }

    @Override
    public String toString() {
        return "chunk of " + discovered.size();
    }
}
