package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that one chunk changes in the database, within one transaction that the caller commits. */
final class ChunkTransaction {
    private static final Comparator<Extraction.Read> BY_UID = Comparator.comparing(
                    (Extraction.Read read) -> read.metadata().instance().sopInstanceUid())
            .thenComparing(read -> Warnings.isCut(read.metadata().instance().warnings()));

    private final Connection connection;
    private final Dialect dialect;
    private final ReadChunk chunk;
    private final Map<Extraction, Outcome> outcomes = new IdentityHashMap<>();
    private final Stamp stamp;
    private final List<SetAsideTable.Row> setAside = new ArrayList<>();
    private final List<InstanceTable.Stored> superseded = new ArrayList<>();

    ChunkTransaction(Transaction transaction, ReadChunk chunk) {
        this.connection = transaction.connection();
        this.dialect = transaction.dialect();
        this.chunk = chunk;
        this.stamp = Stamp.of(chunk.runId());
    }

    CommittedChunk execute() throws SQLException {
        chunk.extractions().forEach(this::setAsideUnread);
        List<Extraction.Read> reads = reads();
        for (Extraction.Read read : reads) {
            KeyCheck.check(read);
        }
        List<Metadata> stored = storeInstances(reads);
        forgetPastStates(reads);
        EntityTable.PATIENT.write(connection, dialect, stored);
        EntityTable.STUDY.write(connection, dialect, stored);
        EntityTable.SERIES.write(connection, dialect, stored);
        SetAsideTable.delete(connection, noLongerSetAside());
        SetAsideTable.write(connection, dialect, setAside, stamp);
        SetAsideTable.keepSuperseded(connection, superseded, stamp);
        Totals totals =
                new Totals(chunk.discovered(), counts(), bytesRead(), Counts.missing(stored), Counts.warnings(stored));
        RunTable.add(connection, chunk.runId(), totals);
        return new CommittedChunk(
                totals, chunk.extractions().stream().map(outcomes::get).toList());
    }

    private void setAsideUnread(Extraction extraction) {
        if (extraction instanceof Extraction.Unreadable unreadable) {
            setAside.add(SetAsideTable.Row.of(unreadable));
            outcomes.put(unreadable, unreadable.outcome());
        } else if (extraction instanceof Extraction.Skipped skipped) {
            setAside.add(SetAsideTable.Row.of(skipped));
            outcomes.put(skipped, Outcome.SKIPPED);
        }
    }

    /** In the order of their UIDs, as every writer does: concurrent writers never deadlock. Of copies, whole ones come first. */
    private List<Extraction.Read> reads() {
        return chunk.extractions().stream()
                .filter(Extraction.Read.class::isInstance)
                .map(Extraction.Read.class::cast)
                .sorted(BY_UID)
                .toList();
    }

    private List<Metadata> storeInstances(List<Extraction.Read> reads) throws SQLException {
        InstanceTable.Insertion insertion = dialect.insertNew(connection, reads, stamp);
        List<Metadata> stored = new ArrayList<>();
        for (Extraction.Read read : insertion.stored()) {
            outcomes.put(read, Outcome.STORED);
            stored.add(read.metadata());
        }
        stored.addAll(reconcile(insertion.present()));
        return stored;
    }

    private List<Metadata> reconcile(List<Extraction.Read> present) throws SQLException {
        List<Metadata> replaced = new ArrayList<>();
        if (present.isEmpty()) {
            return replaced;
        }
        Map<String, InstanceTable.Stored> rows = InstanceTable.find(
                connection,
                present.stream()
                        .map(read -> read.metadata().instance().sopInstanceUid())
                        .collect(Collectors.toSet()));
        for (Extraction.Read read : present) {
            InstanceTable.Stored row = rows.get(read.metadata().instance().sopInstanceUid());
            Outcome outcome = compare(read, row);
            outcomes.put(read, outcome);
            if (outcome == Outcome.STORED) {
                InstanceTable.replace(connection, row, read, stamp);
                replaced.add(read.metadata());
                supersede(row, read);
                rows.put(row.sopInstanceUid(), InstanceTable.Stored.of(read));
            } else if (outcome != Outcome.UNCHANGED) {
                setAside.add(SetAsideTable.Row.of(read, outcome));
            }
        }
        return replaced;
    }

    /** A file that was only touched has no past worth keeping; one whose place a whole copy takes is a duplicate now. */
    private void supersede(InstanceTable.Stored row, Extraction.Read read) {
        boolean moved = !row.location().uri().equals(read.location().uri());
        if (moved || !row.headerDigest().equals(read.metadata().instance().headerDigest())) {
            superseded.add(row);
        }
        if (moved) {
            // Before what this chunk itself says of that location.
            setAside.add(0, SetAsideTable.Row.duplicate(row));
        }
    }

    private static Outcome compare(Extraction.Read read, InstanceTable.Stored row) {
        Location location = read.location();
        if (location.uri().equals(row.location().uri())) {
            return location.equals(row.location()) ? Outcome.UNCHANGED : Outcome.STORED;
        }
        boolean sameHeader = read.metadata().instance().headerDigest().equals(row.headerDigest())
                && Objects.equals(InstanceTable.seriesInstanceUid(read.metadata()), row.seriesInstanceUid());
        if (!sameHeader) {
            return Outcome.CONFLICT;
        }
        boolean completes = Warnings.isCut(row.warnings())
                && !Warnings.isCut(read.metadata().instance().warnings());
        return completes ? Outcome.STORED : Outcome.DUPLICATE;
    }

    /** An object that was told of twice, in a state that is gone and in the one that could be read, is not set aside. */
    private void forgetPastStates(List<Extraction.Read> reads) {
        if (setAside.isEmpty()) {
            return;
        }
        Set<String> present = reads.stream().map(read -> read.location().uri()).collect(Collectors.toSet());
        setAside.removeIf(row -> row.outcome() == Outcome.FAILED
                && present.contains(row.location().uri()));
    }

    private SortedSet<String> noLongerSetAside() {
        SortedSet<String> uris = new TreeSet<>(chunk.seenBefore());
        setAside.forEach(row -> uris.remove(row.location().uri()));
        return uris;
    }

    private long bytesRead() {
        return chunk.extractions().stream().mapToLong(Extraction::bytesRead).sum();
    }

    private Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        if (chunk.unchanged() > 0) {
            counts.put(Outcome.UNCHANGED, (long) chunk.unchanged());
        }
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return counts;
    }
}
