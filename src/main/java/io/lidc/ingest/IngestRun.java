package io.lidc.ingest;

import io.lidc.ingest.header.ObjectFilter;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.model.Totals;
import io.lidc.source.Source;
import io.lidc.source.Traffic;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One pass over some sources. It counts what the sources list, apart from what the store says became of it. */
public final class IngestRun {
    private final String id = RunId.next();
    private final Instant startedAt = Instant.now();
    private final List<Source> sources;
    private final boolean retryFailed;
    private final ObjectFilter filter;
    private final String route;
    private final AtomicLong discovered = new AtomicLong();
    private final AtomicReference<Totals> totals = new AtomicReference<>(Totals.NONE);
    private final AtomicLong knownFailures = new AtomicLong();
    private final Set<Source> nonempty =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final AtomicInteger records = new AtomicInteger();
    private volatile boolean stopRequested;

    /** A pass that has not started; with {@code retryFailed} known failures are read again. */
    public IngestRun(List<Source> sources, boolean retryFailed) {
        this(sources, retryFailed, null);
    }

    /** @param filter which objects are wanted, by their headers; null for all */
    public IngestRun(List<Source> sources, boolean retryFailed, ObjectFilter filter) {
        this(sources, retryFailed, filter, "");
    }

    /** @param route id of the route that polls or receives the objects; empty where a command does */
    public IngestRun(List<Source> sources, boolean retryFailed, ObjectFilter filter, String route) {
        this.sources = List.copyOf(sources);
        this.retryFailed = retryFailed;
        this.filter = filter;
        this.route = route;
    }

    /** Names the run: in the database, in the dead-letter folder. */
    public String id() {
        return id;
    }

    /** What it passes over. */
    public List<Source> sources() {
        return sources;
    }

    /** Whether known failures are read again. */
    public boolean retryFailed() {
        return retryFailed;
    }

    /** Which objects are wanted, by their headers; null for all. */
    public ObjectFilter filter() {
        return filter;
    }

    /** Id of the route that polls or receives its objects; empty where a command does. */
    public String route() {
        return route;
    }

    /** The sources' URIs, one a line. */
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

    /** Counts objects that are on their way into a chunk. */
    public void discover(int count) {
        discovered.addAndGet(count);
    }

    /** Takes back objects that were not stored, and whose sender was told so: they are no objects of this run. */
    public void giveUp(int count) {
        discovered.addAndGet(-count);
    }

    /** Notes that a source has listed something. */
    void listed(Source source) {
        nonempty.add(source);
    }

    /** The sources that have listed nothing so far. */
    public List<Source> emptySources() {
        return sources.stream().filter(source -> !nonempty.contains(source)).toList();
    }

    /** Of the objects that were UNCHANGED so far, those that could not be read by an earlier run. */
    public long knownFailures() {
        return knownFailures.get();
    }

    /** Ends the listing after the current chunk. */
    public void requestStop() {
        stopRequested = true;
    }

    /** Whether the listing was ended early. */
    public boolean stopRequested() {
        return stopRequested;
    }

    /** How many objects the sources would list; empty where one of them cannot tell without much work. */
    public OptionalLong count(Predicate<String> countable) {
        long count = 0;
        for (Source source : sources) {
            OptionalLong counted = source.count(countable);
            if (counted.isEmpty()) {
                return counted;
            }
            count += counted.getAsLong();
        }
        return OptionalLong.of(count);
    }

    /** What the sources have cost on the network so far. */
    public Traffic traffic() {
        return sources.stream().map(Source::traffic).reduce(Traffic.NONE, Traffic::plus);
    }

    /** Counts records of unreadable objects, fewer where the count is negative, and gives how many there were before. */
    int leaveRecords(int count) {
        return records.getAndUpdate(before -> (int) Math.min(Integer.MAX_VALUE, (long) before + count));
    }

    void add(Totals stored, long failedBefore) {
        knownFailures.addAndGet(failedBefore);
        totals.accumulateAndGet(stored, Totals::plus);
    }

    /** What it has come to: completed, stopped, or unbalanced where an object has no outcome. */
    public RunSummary ended(FailureThreshold threshold) {
        boolean balanced = discovered() == totals().accounted() && totals().balances();
        RunState state = stopRequested ? RunState.STOPPED : RunState.COMPLETED;
        return summary(balanced ? state : RunState.UNBALANCED, threshold, null);
    }

    /** What it has come to until something broke it off. */
    public RunSummary failed(FailureThreshold threshold, String reason) {
        return summary(RunState.FAILED, threshold, reason);
    }

    private RunSummary summary(RunState state, FailureThreshold threshold, String reason) {
        return new RunSummary(
                id,
                sourceUris(),
                state,
                startedAt,
                Instant.now(),
                discovered(),
                totals(),
                threshold.isExceededBy(totals().failureRate()),
                reason,
                route);
    }

    @Override
    public String toString() {
        return "run " + id;
    }
}
