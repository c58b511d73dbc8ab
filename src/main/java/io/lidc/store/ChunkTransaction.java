package io.lidc.store;

import io.lidc.metadata.NotedAttribute;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that one chunk changes in the database, within one transaction that the caller commits. */
final class ChunkTransaction {
    private final Connection connection;
    private final Dialect dialect;
    private final ReadChunk chunk;
    private final Map<Extraction, Outcome> outcomes = new IdentityHashMap<>();
    private final List<SetAsideTable.Row> setAside = new ArrayList<>();
    private final List<InstanceTable.Stored> superseded = new ArrayList<>();

    ChunkTransaction(Connection connection, Dialect dialect, ReadChunk chunk) {
        this.connection = connection;
        this.dialect = dialect;
        this.chunk = chunk;
    }

    CommittedChunk execute() throws SQLException {
        chunk.extractions().forEach(this::setAsideUnreadable);
        List<Extraction.Read> reads = reads();
        List<Metadata> stored = storeInstances(reads);
        forgetPastStates(reads);
        EntityTable.PATIENT.write(connection, stored);
        EntityTable.STUDY.write(connection, stored);
        EntityTable.SERIES.write(connection, stored);
        SetAsideTable.delete(connection, noLongerSetAside());
        SetAsideTable.write(connection, setAside, chunk.runId());
        SetAsideTable.keepSuperseded(connection, superseded, chunk.runId());
        Totals totals = new Totals(chunk.discovered(), counts(), bytesRead(), missing(stored));
        RunTable.add(connection, chunk.runId(), totals);
        return new CommittedChunk(
                totals, chunk.extractions().stream().map(outcomes::get).toList());
    }

    private void setAsideUnreadable(Extraction extraction) {
        if (extraction instanceof Extraction.Unreadable unreadable) {
            setAside.add(SetAsideTable.Row.of(unreadable));
            outcomes.put(unreadable, unreadable.outcome());
        }
    }

    /** In the order of their UIDs, as every writer does: concurrent writers never deadlock. */
    private List<Extraction.Read> reads() {
        return chunk.extractions().stream()
                .filter(Extraction.Read.class::isInstance)
                .map(Extraction.Read.class::cast)
                .sorted(Comparator.comparing(read -> read.metadata().instance().sopInstanceUid()))
                .toList();
    }

    private List<Metadata> storeInstances(List<Extraction.Read> reads) throws SQLException {
        InstanceTable.Insertion insertion = dialect.insertNew(connection, reads);
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
                InstanceTable.replace(connection, read);
                replaced.add(read.metadata());
                supersede(row, read);
            } else if (outcome != Outcome.UNCHANGED) {
                setAside.add(SetAsideTable.Row.of(read, outcome));
            }
        }
        return replaced;
    }

    /** A file that was only touched has no past worth keeping. */
    private void supersede(InstanceTable.Stored row, Extraction.Read read) {
        if (!row.headerDigest().equals(read.metadata().instance().headerDigest())) {
            superseded.add(row);
        }
    }

    private static Outcome compare(Extraction.Read read, InstanceTable.Stored row) {
        Location location = read.location();
        if (location.uri().equals(row.location().uri())) {
            return location.equals(row.location()) ? Outcome.UNCHANGED : Outcome.STORED;
        }
        boolean sameHeader = read.metadata().instance().headerDigest().equals(row.headerDigest())
                && Objects.equals(InstanceTable.seriesInstanceUid(read.metadata()), row.seriesInstanceUid());
        return sameHeader ? Outcome.DUPLICATE : Outcome.CONFLICT;
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

    private static Map<String, Long> missing(List<Metadata> stored) {
        Map<String, Long> missing = new TreeMap<>();
        for (NotedAttribute attribute : NotedAttribute.values()) {
            long count = stored.stream().filter(attribute::isMissingIn).count();
            if (count > 0) {
                missing.put(attribute.keyword(), count);
            }
        }
        return missing;
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
