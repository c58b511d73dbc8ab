package io.lidc.store;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.model.Location;
import io.lidc.model.Metadata;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of instances. */
final class InstanceTable {
    /** In the order of {@link #values}. */
    static final List<TypedColumn> TYPED_COLUMNS = typedColumns();

    private static final List<String> COLUMNS =
            TYPED_COLUMNS.stream().map(TypedColumn::name).toList();
    private static final String INSERT = Sql.insert("instance", COLUMNS) + " on conflict (sop_instance_uid) do nothing";
    private static final String REPLACE = Sql.insert("instance", COLUMNS)
            + " on conflict (sop_instance_uid) do update set " + Sql.takeExcluded(COLUMNS.subList(1, COLUMNS.size()));

    private InstanceTable() {}

    /** A column, and PostgreSQL's name for the type of what is bound to it. */
    record TypedColumn(String name, String arrayType) {}

    /** What is stored under a SOP Instance UID. */
    record Stored(String sopInstanceUid, String seriesInstanceUid, Location location, String headerDigest) {}

    /**
     * What an insertion came to.
     *
     * @param stored new rows
     * @param present those whose SOP Instance UID has a row already
     */
    record Insertion(List<Extraction.Read> stored, List<Extraction.Read> present) {}

    /** Inserts those whose SOP Instance UID is new; needs a driver that counts each row of a batch. */
    static Insertion insertRowByRow(Connection connection, List<Extraction.Read> reads) throws SQLException {
        Insertion insertion = new Insertion(new ArrayList<>(reads.size()), new ArrayList<>());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Extraction.Read read : reads) {
                bind(statement, read);
                statement.addBatch();
            }
            int[] inserted = statement.executeBatch();
            for (int i = 0; i < inserted.length; i++) {
                (inserted[i] == 0 ? insertion.present : insertion.stored).add(reads.get(i));
            }
        }
        return insertion;
    }

    /** Overwrites the row of an object that has changed in place. */
    static void replace(Connection connection, Extraction.Read read) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            bind(statement, read);
            statement.executeUpdate();
        }
    }

    /** The stored rows of these SOP Instance UIDs. */
    static Map<String, Stored> find(Connection connection, Collection<String> sopInstanceUids) throws SQLException {
        String query = "select sop_instance_uid, series_instance_uid, source_uri, size, version, header_digest"
                + " from instance where sop_instance_uid in (" + Sql.parameters(sopInstanceUids.size()) + ")";
        Map<String, Stored> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Sql.bind(statement, 1, List.copyOf(sopInstanceUids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Location location = new Location(rows.getString(3), rows.getLong(4), rows.getString(5));
                    String uid = rows.getString(1);
                    found.put(uid, new Stored(uid, rows.getString(2), location, rows.getString(6)));
                }
            }
        }
        return found;
    }

    /** A row, in the order of the columns. */
    static List<Object> values(Extraction.Read read) {
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

    private static void bind(PreparedStatement statement, Extraction.Read read) throws SQLException {
        Sql.bind(statement, 1, values(read));
    }

    static String seriesInstanceUid(Metadata metadata) {
        return metadata.series() == null ? null : metadata.series().seriesInstanceUid();
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
