package io.lidc.store;

import io.lidc.metadata.Relation;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.StoredInstance;
import io.lidc.store.instance.Differences;
import io.lidc.store.instance.InstanceTable;
import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    void of(List<Extraction.Read> present) throws SQLException {
        if (present.isEmpty()) {
            return;
        }
        Map<String, StoredInstance> rows = InstanceTable.find(
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

    private void reconcile(Extraction.Read read, StoredInstance row, Map<String, StoredInstance> rows)
            throws SQLException {
        Relation relation = Relation.of(StoredInstance.of(read, stamp.runId()), row, exists);
        switch (relation) {
            case SAME -> result.outcomes().put(read, Outcome.UNCHANGED);
            case COPY -> result.setAside(read, SetAsideTable.Row.of(read, Outcome.DUPLICATE, null));
            case OTHER -> conflicts.add(read);
            case CHANGED, COMPLETING, MOVED -> {
                InstanceTable.replace(connection, row, read, stamp);
                result.store(read);
                supersede(row, read, relation);
                rows.put(row.sopInstanceUid(), StoredInstance.of(read, stamp.runId()));
            }
        }
    }

    /** A file that was only touched, or only moved, has no past worth keeping. */
    private void supersede(StoredInstance row, Extraction.Read read, Relation relation) {
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
}
