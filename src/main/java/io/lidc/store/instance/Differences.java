package io.lidc.store.instance;

import io.lidc.dicom.DataDictionary;
import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Extraction;
import io.lidc.model.Metadata;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes instances under one SOP Instance UID differ: keywords of attributes, never their values. */
public final class Differences {
    private static final List<String> SELECTED = selected();

    private Differences() {}

    /** For each of some objects, what it differs in from the row that is stored under its SOP Instance UID. */
    public static Map<Extraction.Read, String> find(Connection connection, Collection<Extraction.Read> objects)
            throws SQLException {
        Map<Extraction.Read, String> differences = new IdentityHashMap<>();
        if (objects.isEmpty()) {
            return differences;
        }
        Map<String, List<Object>> stored = stored(
                connection,
                objects.stream()
                        .map(read -> read.metadata().instance().sopInstanceUid())
                        .collect(Collectors.toSet()));
        for (Extraction.Read read : objects) {
            differences.put(
                    read,
                    describe(
                            read.metadata(),
                            stored.get(read.metadata().instance().sopInstanceUid())));
        }
        return differences;
    }

    private static String describe(Metadata metadata, List<Object> stored) {
        Set<String> keywords = new LinkedHashSet<>();
        if (!Objects.equals(InstanceTable.seriesInstanceUid(metadata), stored.get(0))) {
            keywords.add("SeriesInstanceUID");
        }
        if (!metadata.instance().transferSyntaxUid().equals(stored.get(1))) {
            keywords.add("TransferSyntaxUID");
        }
        for (int i = 0; i < Columns.INSTANCE.size(); i++) {
            if (!Objects.equals(metadata.instance().values().get(i), stored.get(i + 2))) {
                keywords.add(keyword(Columns.INSTANCE.get(i)));
            }
        }
        return keywords.isEmpty()
                ? "differs from the stored instance in attributes that have no column in the table instance"
                : "differs from the stored instance in " + String.join(", ", keywords);
    }

    private static String keyword(Column column) {
        return DataDictionary.keyword(column.tag());
    }

    private static Map<String, List<Object>> stored(Connection connection, Set<String> sopInstanceUids)
            throws SQLException {
        Map<String, List<Object>> stored = new HashMap<>();
        String query = "select sop_instance_uid, " + String.join(", ", SELECTED)
                + " from instance where sop_instance_uid in (" + Sql.parameters(sopInstanceUids.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Sql.bind(statement, 1, List.copyOf(sopInstanceUids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Object> values = new ArrayList<>(SELECTED.size());
                    for (int i = 0; i < SELECTED.size(); i++) {
                        values.add(rows.getObject(i + 2));
                    }
                    stored.put(rows.getString(1), values);
                }
            }
        }
        return stored;
    }

    private static List<String> selected() {
        List<String> selected = new ArrayList<>(List.of("series_instance_uid", "transfer_syntax_uid"));
        Columns.INSTANCE.forEach(column -> selected.add(column.name()));
        return List.copyOf(selected);
    }
}
