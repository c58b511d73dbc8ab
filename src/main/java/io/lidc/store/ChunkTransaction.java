package io.lidc.store;

import io.lidc.metadata.WarningCodes;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import io.lidc.store.entity.EntityTable;
import io.lidc.store.instance.InstanceTable;
import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.Transaction;
import io.lidc.store.run.RunTable;
import io.lidc.store.run.Stamp;
import io.lidc.store.run.TopicPartitionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that one chunk changes in the database, within one transaction that the caller commits. */
final class ChunkTransaction {
    private static final Comparator<Extraction.Read> BY_UID = Comparator.comparing(
                    (Extraction.Read read) -> read.metadata().instance().sopInstanceUid())
            .thenComparing(read -> WarningCodes.isCut(read.metadata().instance().warnings()));

    private final Connection connection;
    private final Dialect dialect;
    private final Predicate<Location> exists;
    private final ReadChunk chunk;
    private final Stamp stamp;
    private final ChunkResult result = new ChunkResult();

    /** @param exists whether an object is still where it was stored from */
    ChunkTransaction(Transaction transaction, Predicate<Location> exists, ReadChunk chunk) {
        this.connection = transaction.connection();
        this.dialect = transaction.dialect();
        this.exists = exists;
        this.chunk = chunk;
        this.stamp = Stamp.of(chunk.runId());
    }

    CommittedChunk execute() throws SQLException {
        chunk.extractions().forEach(this::setAsideUnread);
        List<Extraction.Read> reads = reads();
        for (Extraction.Read read : reads) {
            KeyCheck.check(read);
        }
        result.superseded().addAll(new ReplacedFiles(connection, dialect, stamp).clear(reads, chunk.seenBefore()));
        InstanceTable.Insertion insertion = InstanceTable.insertNew(connection, dialect, reads, stamp);
        insertion.stored().forEach(result::store);
        new Reconciliation(connection, stamp, exists, result).of(insertion.present());
        forgetPastStates(reads);
        EntityTable.PATIENT.write(connection, dialect, result.stored());
        EntityTable.STUDY.write(connection, dialect, result.stored());
        EntityTable.SERIES.write(connection, dialect, result.stored());
        SetAsideTable.delete(connection, noLongerSetAside());
        SetAsideTable.write(connection, dialect, result.setAside(), stamp);
        SetAsideTable.keepSuperseded(connection, result.superseded(), stamp);
        return committed();
    }

    private CommittedChunk committed() throws SQLException {
        Totals totals = new Totals(
                chunk.discovered(),
                counts(),
                chunk.extractions().stream().mapToLong(Extraction::bytesRead).sum(),
                Counts.missing(result.stored()),
                Counts.warnings(result.stored()));
        RunTable.add(connection, stamp, totals);
        TopicPartitionTable.add(connection, dialect, chunk.delivered());
        return new CommittedChunk(
                totals, chunk.extractions().stream().map(result.outcomes()::get).toList());
    }

    private void setAsideUnread(Extraction extraction) {
        if (extraction instanceof Extraction.Unreadable unreadable) {
            result.setAside(unreadable, SetAsideTable.Row.of(unreadable));
        } else if (extraction instanceof Extraction.Skipped skipped) {
            result.setAside(skipped, SetAsideTable.Row.of(skipped));
        } else if (extraction instanceof Extraction.Copy copy) {
            result.setAside(copy, SetAsideTable.Row.of(copy));
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

    /** An object that was told of twice, in a state that is gone and in the one that could be read, is not set aside. */
    private void forgetPastStates(List<Extraction.Read> reads) {
        if (result.setAside().isEmpty()) {
            return;
        }
        Set<String> present = reads.stream().map(read -> read.location().uri()).collect(Collectors.toSet());
        result.setAside()
                .removeIf(row -> row.outcome() == Outcome.FAILED
                        && present.contains(row.location().uri()));
    }

    private SortedSet<String> noLongerSetAside() {
        SortedSet<String> uris = new TreeSet<>(chunk.seenBefore());
        result.setAside().forEach(row -> uris.remove(row.location().uri()));
        return uris;
    }

    private Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        if (chunk.unchanged() > 0) {
            counts.put(Outcome.UNCHANGED, (long) chunk.unchanged());
        }
        if (chunk.published() > 0) {
            counts.put(Outcome.PUBLISHED, (long) chunk.published());
        }
        result.outcomes().values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return counts;
    }
}
