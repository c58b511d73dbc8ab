package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.store.instance.Differences;
import io.lidc.store.instance.InstanceTable;
import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What becomes of objects whose SOP Instance UID has a row already. */
final class Reconciliation {
    private final Connection connection;
    private final Stamp stamp;
    private final Predicate<Location> exists;
    private final ChunkResult result;
    private final List<Extraction.Read> conflicts = new ArrayList<>();

    /** @param exists whether an object is still where it was stored from */
    Reconciliation(Connection connection, Stamp stamp, Predicate<Location> exists, ChunkResult result) {
        this.connection = connection;
        this.stamp = stamp;
        this.exists = exists;
        this.result = result;
    }

    /** What an object is to the stored one. */
    private enum Relation {
        /** It, in the same state. */
        SAME,
        /** It, in another state. */
        CHANGED,
        /** A whole copy of a cut one. */
        COMPLETING,
        /** A copy of one that is gone. */
        MOVED,
        COPY,
        OTHER
    }

    void of(List<Extraction.Read> present) throws SQLException {
        if (present.isEmpty()) {
            return;
        }
        Map<String, InstanceTable.Stored> rows = InstanceTable.find(
                connection,
                present.stream()
                        .map(read -> read.metadata().instance().sopInstanceUid())
                        .collect(Collectors.toSet()));
        for (Extraction.Read read : present) {
            String sopInstanceUid = read.metadata().instance().sopInstanceUid();
            reconcile(read, rows.get(sopInstanceUid), rows);
        }
        Differences.find(connection, conflicts)
                .forEach((read, message) ->
                        result.setAside(read, SetAsideTable.Row.of(read, Outcome.CONFLICT, message)));
    }

    private void reconcile(Extraction.Read read, InstanceTable.Stored row, Map<String, InstanceTable.Stored> rows)
            throws SQLException {
        Relation relation = relation(read, row);
        switch (relation) {
            case SAME -> result.outcomes().put(read, Outcome.UNCHANGED);
            case COPY -> result.setAside(read, SetAsideTable.Row.of(read, Outcome.DUPLICATE, null));
            case OTHER -> conflicts.add(read);
            case CHANGED, COMPLETING, MOVED -> {
                InstanceTable.replace(connection, row, read, stamp);
                result.store(read);
                supersede(row, read, relation);
                rows.put(row.sopInstanceUid(), InstanceTable.Stored.of(read, stamp.runId()));
            }
        }
    }

    /** A file that was only touched, or only moved, has no past worth keeping. */
    private void supersede(InstanceTable.Stored row, Extraction.Read read, Relation relation) {
        boolean sameHeader =
                row.headerDigest().equals(read.metadata().instance().headerDigest());
        if (relation == Relation.COMPLETING || !sameHeader) {
            result.superseded().add(row);
        }
        if (relation == Relation.COMPLETING) {
            // Before what this chunk itself says of that location.
            result.setAside().add(0, SetAsideTable.Row.duplicate(row));
        }
    }

    private Relation relation(Extraction.Read read, InstanceTable.Stored row) {
        Location location = read.location();
        if (location.uri().equals(row.location().uri())) {
            return location.equals(row.location()) ? Relation.SAME : Relation.CHANGED;
        }
        boolean sameHeader = read.metadata().instance().headerDigest().equals(row.headerDigest())
                && Objects.equals(InstanceTable.seriesInstanceUid(read.metadata()), row.seriesInstanceUid());
        if (!sameHeader) {
            return Relation.OTHER;
        }
        if (Warnings.isCut(row.warnings())
                && !Warnings.isCut(read.metadata().instance().warnings())) {
            return Relation.COMPLETING;
        }
        // What this run has stored may be on its way: a file of an inbox is in its place only after the commit.
        return stamp.runId().equals(row.runId()) || exists.test(row.location()) ? Relation.COPY : Relation.MOVED;
    }
}
