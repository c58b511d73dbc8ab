package io.lidc.store.instance;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import io.lidc.model.SourceKey;
import io.lidc.model.StoredInstance;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of instances. */
public final class InstanceTable {
    /** In the order of {@link #values}. */
    public static final List<TypedColumn> TYPED_COLUMNS = typedColumns();

    private static final List<String> COLUMNS = columns();
    private static final String INSERT = Sql.insert("instance", COLUMNS) + " on conflict (sop_instance_uid) do nothing";
    private static final String REPLACE = Sql.insert("instance", COLUMNS)
            + " on conflict (sop_instance_uid) do update set " + Sql.takeExcluded(COLUMNS.subList(1, COLUMNS.size()))
            + " where instance.source_uri = ? and instance.version = ? and instance.header_digest = ?";

    private static final String SELECT = "select sop_instance_uid, series_instance_uid, source_uri, size, version,"
            + " header_digest, warnings, run_id from instance where ";

    private InstanceTable() {}

    /** A column, and PostgreSQL's name for the type of what is bound to it. */
    public record TypedColumn(String name, String arrayType) {}

    /**
     * What an insertion came to.
     *
     * @param stored new rows
     * @param present those whose SOP Instance UID has a row already
     */
    public record Insertion(List<Extraction.Read> stored, List<Extraction.Read> present) {}

    /** Inserts the instances whose SOP Instance UID is new, the first of several that share one. */
    public static Insertion insertNew(Connection connection, Dialect dialect, List<Extraction.Read> reads, Stamp stamp)
            throws SQLException {
        return dialect.insertsArrays()
                ? InstanceArrays.insertNew(connection, reads, stamp)
                : insertRowByRow(connection, reads, stamp);
    }

    /** Needs a driver that counts each row of a batch. */
    private static Insertion insertRowByRow(Connection connection, List<Extraction.Read> reads, Stamp stamp)
            throws SQLException {
        Insertion insertion = new Insertion(new ArrayList<>(reads.size()), new ArrayList<>());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Extraction.Read read : reads) {
                bind(statement, read, stamp);
                statement.addBatch();
            }
            int[] inserted = statement.executeBatch();
            for (int i = 0; i < inserted.length; i++) {
                (inserted[i] == 0 ? insertion.present : insertion.stored).add(reads.get(i));
            }
        }
        return insertion;
    }

    /**
     * Puts an object in the place of what is stored under its SOP Instance UID.
     *
     * @throws SQLTransientException when another writer has put something else there meanwhile
     */
    public static void replace(Connection connection, StoredInstance row, Extraction.Read read, Stamp stamp)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            int next = bind(statement, read, stamp);
            statement.setString(next, row.location().uri());
            statement.setString(next + 1, row.location().version());
            statement.setString(next + 2, row.headerDigest());
            if (statement.executeUpdate() != 1) {
                throw new SQLTransientException("another writer has changed the same instance", "40001");
            }
        }
    }

    /** The stored rows of these SOP Instance UIDs. */
    public static Map<String, StoredInstance> find(Connection connection, Collection<String> sopInstanceUids)
            throws SQLException {
        String query = SELECT + "sop_instance_uid in (" + Sql.parameters(sopInstanceUids.size()) + ")";
        Map<String, StoredInstance> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Sql.bind(statement, 1, List.copyOf(sopInstanceUids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StoredInstance row = stored(rows);
                    found.put(row.sopInstanceUid(), row);
                }
            }
        }
        return found;
    }

    /** The stored rows at these locations, and at those that share a digest with one of them. */
    public static List<StoredInstance> at(Connection connection, Dialect dialect, Collection<String> uris)
            throws SQLException {
        List<StoredInstance> found = new ArrayList<>();
        String query = SELECT + dialect.isAmong("source_key") + " order by sop_instance_uid";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            dialect.bindNumbers(statement, 1, uris.stream().map(SourceKey::of).toList());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(stored(rows));
                }
            }
        }
        return found;
    }

    /** A row without its stamp, in the order of the typed columns. */
    public static List<Object> values(Extraction.Read read) {
        Metadata metadata = read.metadata();
        Instance instance = metadata.instance();
        Location location = read.location();
        List<Object> values = new ArrayList<>(COLUMNS.size());
        values.add(instance.sopInstanceUid());
        values.add(seriesInstanceUid(metadata));
        values.add(SourceKey.of(location.uri()));
        values.add(location.uri());
        values.add(location.size());
        values.add(location.version());
        values.add(instance.headerDigest());
        values.add(instance.transferSyntaxUid());
        values.add(instance.warnings());
        values.add(instance.extra());
        values.addAll(instance.values());
        return values;
    }

    /** Gives the number of the next parameter. */
    private static int bind(PreparedStatement statement, Extraction.Read read, Stamp stamp) throws SQLException {
        int next = Sql.bind(statement, 1, values(read));
        statement.setString(next, stamp.runId());
        statement.setString(next + 1, stamp.storedAt());
        return next + 2;
    }

    /** The Series Instance UID that an instance is stored with. */
    /** A row of a query for the columns in the order of {@link #SELECT}. */
    private static StoredInstance stored(ResultSet row) throws SQLException {
        return new StoredInstance(
                row.getString(1),
                row.getString(2),
                new Location(row.getString(3), row.getLong(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    public static String seriesInstanceUid(Metadata metadata) {
        return metadata.series() == null ? null : metadata.series().seriesInstanceUid();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>();
        TYPED_COLUMNS.forEach(column -> columns.add(column.name()));
        columns.addAll(List.of("run_id", "stored_at"));
        return List.copyOf(columns);
    }

    private static List<TypedColumn> typedColumns() {
        List<TypedColumn> columns = new ArrayList<>(List.of(
                new TypedColumn("sop_instance_uid", "text"),
                new TypedColumn("series_instance_uid", "text"),
                new TypedColumn("source_key", "bigint"),
                new TypedColumn("source_uri", "text"),
                new TypedColumn("size", "bigint"),
                new TypedColumn("version", "text"),
                new TypedColumn("header_digest", "text"),
                new TypedColumn("transfer_syntax_uid", "text"),
                new TypedColumn("warnings", "text"),
                new TypedColumn("extra", "text")));
        for (Column column : Columns.INSTANCE) {
            columns.add(new TypedColumn(column.name(), arrayType(column.kind())));
        }
        return List.copyOf(columns);
    }

    private static String arrayType(Column.Kind kind) {
        return switch (kind) {
            case TEXT, DATE, TIME -> "text";
            case DECIMAL -> "float8";
            case INTEGER -> "int4";
        };
    }
}
