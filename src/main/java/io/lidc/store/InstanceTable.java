package io.lidc.store;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.metadata.Instance;
import io.lidc.metadata.Location;
import io.lidc.metadata.Metadata;
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
    private static final List<String> COLUMNS = columns();
    private static final String INSERT = Sql.insert("instance", COLUMNS) + " on conflict (sop_instance_uid) do nothing";
    private static final String REPLACE = Sql.insert("instance", COLUMNS)
            + " on conflict (sop_instance_uid) do update set " + Sql.takeExcluded(COLUMNS.subList(1, COLUMNS.size()));

    private InstanceTable() {}

    /** What is stored under a SOP Instance UID. */
    record Stored(String seriesInstanceUid, Location location, String headerDigest) {}

    /**
     * What an insertion came to.
     *
     * @param stored new rows
     * @param present those whose SOP Instance UID has a row already
     */
    record Insertion(List<Extraction.Read> stored, List<Extraction.Read> present) {}

    /** Inserts those whose SOP Instance UID is new. */
    static Insertion insertNew(Connection connection, List<Extraction.Read> reads) throws SQLException {
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
                    found.put(rows.getString(1), new Stored(rows.getString(2), location, rows.getString(6)));
                }
            }
        }
        return found;
    }

    private static void bind(PreparedStatement statement, Extraction.Read read) throws SQLException {
        Metadata metadata = read.metadata();
        Instance instance = metadata.instance();
        Location location = read.location();
        Sql.bind(statement, 1, instance.sopInstanceUid());
        Sql.bind(statement, 2, seriesInstanceUid(metadata));
        statement.setLong(3, SourceKey.of(location.uri()));
        statement.setString(4, location.uri());
        statement.setLong(5, location.size());
        statement.setString(6, location.version());
        statement.setString(7, instance.headerDigest());
        statement.setString(8, instance.transferSyntaxUid());
        Sql.bind(statement, 9, instance.warnings());
        Sql.bind(statement, 10, instance.extra());
        Sql.bind(statement, 11, instance.values());
    }

    static String seriesInstanceUid(Metadata metadata) {
        return metadata.series() == null ? null : metadata.series().seriesInstanceUid();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "sop_instance_uid",
                "series_instance_uid",
                "source_key",
                "source_uri",
                "size",
                "version",
                "header_digest",
                "transfer_syntax_uid",
                "warnings",
                "extra"));
        Columns.INSTANCE.stream().map(Column::name).forEach(columns::add);
        return List.copyOf(columns);
    }
}
