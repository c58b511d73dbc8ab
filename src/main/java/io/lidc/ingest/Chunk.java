package io.lidc.ingest;

import io.lidc.model.Extraction;
import io.lidc.model.Outcome;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Verdict;
import io.lidc.store.CommittedChunk;
import io.lidc.store.KnownObjects;
import io.lidc.store.ReadChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chunk on its way through the routes: what was discovered, what is known of it, what has been read. */
public final class Chunk {
    private final IngestRun run;
    private final List<ObjectReference> discovered;
    private final KnownObjects known;
    private final List<ObjectReference> unread;
    private final List<Extraction> extractions;
    private boolean open = true;
    private List<Outcome> outcomes = List.of();

    Chunk(IngestRun run, List<ObjectReference> discovered, KnownObjects known) {
        this.run = run;
        this.discovered = discovered;
        this.known = known;
        this.unread = discovered.stream()
                .filter(object -> !known.unchanged().contains(object.location().uri()))
                .toList();
        this.extractions = new ArrayList<>(unread.size());
    }

    /** The run that discovered it. */
    public IngestRun run() {
        return run;
    }

    /** The id of its run. */
    public String getRunId() {
        return run.id();
    }

    /** Whether its objects come over a network. */
    public boolean isRemote() {
        return run.isRemote();
    }

    /** What is to be read: all but the unchanged. */
    public List<ObjectReference> getUnread() {
        return unread;
    }

    /** What can't be read and needs somebody's attention. */
    public List<DeadLetter> getDeadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < extractions.size(); i++) {
            if (extractions.get(i) instanceof Extraction.Unreadable failure && failure.outcome() == Outcome.FAILED) {
                letters.add(new DeadLetter(run.id(), unread.get(i), failure));
            }
        }
        return letters;
    }

    /** Whether something can't be read. */
    public boolean isTroubled() {
        return extractions.stream()
                .anyMatch(extraction ->
                        extraction instanceof Extraction.Unreadable failure && failure.outcome() == Outcome.FAILED);
    }

    /** Whether its outcomes are not in the database yet. */
    public boolean isOpen() {
        return open;
    }

    /** Puts a failure in the place of each instance that the database refuses, and tells how many there were. */
    int reject(List<Extraction> refused) {
        int count = 0;
        for (int i = 0; i < extractions.size(); i++) {
            Extraction extraction = extractions.get(i);
            if (extraction instanceof Extraction.Read read && refused.stream().anyMatch(one -> one == extraction)) {
                extractions.set(i, Extraction.Unreadable.rejected(read));
                count++;
            }
        }
        return count;
    }

    /** Adds what reading the next object gave. */
    void add(Extraction extraction) {
        extractions.add(extraction);
    }

    ReadChunk read() {
        if (extractions.size() != unread.size()) {
            throw new IllegalStateException(
                    unread.size() + " objects were to be read and " + extractions.size() + " were");
        }
        return new ReadChunk(
                run.id(), discovered.size(), discovered.size() - unread.size(), known.changed(), extractions);
    }

    void committed(CommittedChunk committed) {
        open = false;
        outcomes = committed.outcomes();
        run.add(committed.totals());
    }

    /** What became of the objects that were read, by location, once the chunk is committed. */
    public Map<String, Outcome> getOutcomes() {
        Map<String, Outcome> byLocation = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            byLocation.put(unread.get(i).location().uri(), outcomes.get(i));
        }
        return byLocation;
    }

    /**
     * Tells the source of each object. Known objects are told of too: a crash after their commit may have kept that from
     * happening.
     *
     * @return what could not be done; the outcomes stand, and the next run finds these objects UNCHANGED and tells again
     */
    List<IOException> acknowledge() {
        Map<String, Outcome> byLocation = getOutcomes();
        List<IOException> refused = new ArrayList<>();
        for (ObjectReference object : discovered) {
            try {
                object.acknowledgement().acknowledge(verdict(object.location().uri(), byLocation));
            } catch (IOException e) {
                refused.add(e);
            }
        }
        return refused;
    }

    private Verdict verdict(String uri, Map<String, Outcome> read) {
        String failedBefore = known.failures().get(uri);
        return failedBefore == null
                ? new Verdict(read.get(uri) != Outcome.FAILED, run.id())
                : new Verdict(false, failedBefore);
    }

    @Override
    public String toString() {
        return "chunk of " + discovered.size();
    }
}
