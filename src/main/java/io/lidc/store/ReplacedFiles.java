package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.SourceKey;
import io.lidc.model.StoredInstance;
import io.lidc.store.instance.InstanceTable;
import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Rows of instances whose file holds another instance now. A copy on record takes the row over; without one the row goes, and its
 * state is kept as superseded.
 */
final class ReplacedFiles {
    private static final String COPY = "select source_uri, size, version from set_aside where sop_instance_uid = ?"
            + " and header_digest = ? and outcome = '" + Outcome.DUPLICATE + "' order by source_uri";
    private static final String WHERE_UNCHANGED = " where sop_instance_uid = ? and source_uri = ? and version = ?";
    private static final String MOVE =
            "update instance set source_key = ?, source_uri = ?, size = ?, version = ?, run_id = ?, stored_at = ?"
                    + WHERE_UNCHANGED;
    private static final String DELETE = "delete from instance" + WHERE_UNCHANGED;

    private final Connection connection;
    private final Dialect dialect;
    private final Stamp stamp;

    ReplacedFiles(Connection connection, Dialect dialect, Stamp stamp) {
        this.connection = connection;
        this.dialect = dialect;
        this.stamp = stamp;
    }

    /**
     * Clears the places of these objects for what lies there now.
     *
     * @param seenBefore locations that the database knows in another size or version
     * @return the past states
     */
    List<StoredInstance> clear(Collection<Extraction.Read> reads, Collection<String> seenBefore) throws SQLException {
        List<StoredInstance> past = new ArrayList<>();
        Map<String, String> present = new HashMap<>();
        for (Extraction.Read read : reads) {
            if (seenBefore.contains(read.location().uri())) {
                present.put(read.location().uri(), read.metadata().instance().sopInstanceUid());
            }
        }
        if (present.isEmpty()) {
            return past;
        }
        for (StoredInstance row : InstanceTable.at(connection, dialect, present.keySet())) {
            String uid = present.get(row.location().uri());
            if (uid != null && !uid.equals(row.sopInstanceUid())) {
                clear(row, present);
                past.add(row);
            }
        }
        return past;
    }

    private void clear(StoredInstance row, Map<String, String> present) throws SQLException {
        Location copy = copy(row, present);
        try (PreparedStatement statement = connection.prepareStatement(copy == null ? DELETE : MOVE)) {
            List<Object> values = new ArrayList<>();
            if (copy != null) {
                values.addAll(List.of(
                        SourceKey.of(copy.uri()),
                        copy.uri(),
                        copy.size(),
                        copy.version(),
                        stamp.runId(),
                        stamp.storedAt()));
            }
            values.addAll(List.of(
                    row.sopInstanceUid(), row.location().uri(), row.location().version()));
            Sql.bind(statement, 1, values);
            statement.executeUpdate();
        }
        if (copy != null) {
            SetAsideTable.delete(connection, new TreeSet<>(List.of(copy.uri())));
        }
    }

    /** Where else the instance lies, as far as this chunk does not say otherwise; null for nowhere. */
    private Location copy(StoredInstance row, Map<String, String> present) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COPY)) {
            Sql.bind(statement, 1, List.of(row.sopInstanceUid(), row.headerDigest()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Location location = new Location(rows.getString(1), rows.getLong(2), rows.getString(3));
                    if (!present.containsKey(location.uri())) {
                        return location;
                    }
                }
            }
        }
        return null;
    }
}
