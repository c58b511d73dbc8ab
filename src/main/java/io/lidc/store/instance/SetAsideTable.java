package io.lidc.store.instance;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.SourceKey;
import io.lidc.model.StoredInstance;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/**
 * The table of objects that gave no instance row of their own: one row a location, its present state. Beside them stand past states
 * of stored objects that changed in place, as {@link #SUPERSEDED}; they are no outcome and count nowhere.
 */
public final class SetAsideTable {
    /** What the outcome of a past state is called. */
    public static final String SUPERSEDED = "SUPERSEDED";

    private static final List<String> KEY = List.of("source_key", "source_uri");
    private static final List<String> REST = List.of(
            "size",
            "version",
            "outcome",
            "error_code",
            "error_offset",
            "message",
            "sop_instance_uid",
            "series_instance_uid",
            "header_digest",
            "run_id",
            "stored_at");
    private static final String DELETE =
            "delete from set_aside where source_key = ? and source_uri = ? and outcome <> '" + SUPERSEDED + "'";
    private static final String KEEP = Sql.insert(
                    "set_aside",
                    List.of(
                            "source_key",
                            "source_uri",
                            "size",
                            "version",
                            "outcome",
                            "sop_instance_uid",
                            "series_instance_uid",
                            "header_digest",
                            "run_id",
                            "stored_at"))
            + " on conflict do nothing";

    /** Of an object that failed before in the same state, one more. */
    private static final String ATTEMPTS =
            ", attempts = case when set_aside.outcome = 'FAILED' and excluded.outcome = 'FAILED'"
                    + " and set_aside.size = excluded.size and set_aside.version = excluded.version"
                    + " then set_aside.attempts + 1 else 1 end";

    private SetAsideTable() {}

    /** One object set aside; attributes that do not apply to its outcome are null. */
    public record Row(
            Location location,
            Outcome outcome,
            String errorCode,
            Long errorOffset,
            String message,
            String sopInstanceUid,
            String seriesInstanceUid,
            String headerDigest) {

        /** Of an object that cannot be read. */
        public static Row of(Extraction.Unreadable object) {
            Long offset = object.errorOffset() < 0 ? null : object.errorOffset();
            return new Row(
                    object.location(),
                    object.outcome(),
                    object.errorCode(),
                    offset,
                    object.message(),
                    null,
                    null,
                    null);
        }

        /** Of an object that is no instance. */
        public static Row of(Extraction.Skipped object) {
            return new Row(object.location(), Outcome.SKIPPED, null, null, object.rule(), null, null, null);
        }

        /** Of an object that was found to be a copy before. */
        public static Row of(Extraction.Copy object) {
            return new Row(
                    object.location(),
                    object.outcome(),
                    null,
                    null,
                    object.message(),
                    object.sopInstanceUid(),
                    object.seriesInstanceUid(),
                    object.headerDigest());
        }

        /** Of an instance that is stored from elsewhere now. */
        public static Row duplicate(StoredInstance past) {
            return new Row(
                    past.location(),
                    Outcome.DUPLICATE,
                    null,
                    null,
                    null,
                    past.sopInstanceUid(),
                    past.seriesInstanceUid(),
                    past.headerDigest());
        }

        /** @param message what is to be said of it; null for nothing */
        public static Row of(Extraction.Read object, Outcome outcome, String message) {
            var metadata = object.metadata();
            return new Row(
                    object.location(),
                    outcome,
                    null,
                    null,
                    message,
                    metadata.instance().sopInstanceUid(),
                    InstanceTable.seriesInstanceUid(metadata),
                    metadata.instance().headerDigest());
        }
    }

    /** Writes rows, each in the place of an older one of its location. */
    public static void write(Connection connection, Dialect dialect, Collection<Row> rows, Stamp stamp)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(row -> row.location.uri()));
        try (PreparedStatement statement = connection.prepareStatement(upsert(dialect))) {
            for (Row row : ordered) {
                statement.setLong(1, SourceKey.of(row.location.uri()));
                statement.setString(2, row.location.uri());
                statement.setLong(3, row.location.size());
                statement.setString(4, row.location.version());
                statement.setString(5, row.outcome.name());
                Sql.bind(statement, 6, row.errorCode);
                Sql.bind(statement, 7, row.errorOffset);
                Sql.bind(statement, 8, row.message);
                Sql.bind(statement, 9, row.sopInstanceUid);
                Sql.bind(statement, 10, row.seriesInstanceUid);
                Sql.bind(statement, 11, row.headerDigest);
                statement.setString(12, stamp.runId());
                statement.setString(13, stamp.storedAt());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Forgets what was set aside at these locations. */
    public static void delete(Connection connection, SortedSet<String> uris) throws SQLException {
        if (uris.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (String uri : uris) {
                statement.setLong(1, SourceKey.of(uri));
                statement.setString(2, uri);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Keeps what was stored of objects that have changed in place. */
    public static void keepSuperseded(Connection connection, Collection<StoredInstance> past, Stamp stamp)
            throws SQLException {
        if (past.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            for (StoredInstance row : past) {
                statement.setLong(1, SourceKey.of(row.location().uri()));
                statement.setString(2, row.location().uri());
                statement.setLong(3, row.location().size());
                statement.setString(4, row.location().version());
                statement.setString(5, SUPERSEDED);
                statement.setString(6, row.sopInstanceUid());
                Sql.bind(statement, 7, row.seriesInstanceUid());
                statement.setString(8, row.headerDigest());
                statement.setString(9, stamp.runId());
                statement.setString(10, stamp.storedAt());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String upsert(Dialect dialect) {
        List<String> all = new ArrayList<>(KEY);
        all.addAll(REST);
        return Sql.insert("set_aside", all) + " on conflict (source_key, " + dialect.locationKey()
                + ") where outcome <> '" + SUPERSEDED + "' do update set " + Sql.takeExcluded(REST) + ATTEMPTS;
    }
}
