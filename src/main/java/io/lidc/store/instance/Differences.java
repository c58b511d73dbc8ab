package io.lidc.store.instance;

import io.lidc.metadata.Columns;
import io.lidc.metadata.InstanceDifferences;
import io.lidc.metadata.InstanceDifferences.Compared;
import io.lidc.model.Extraction;
import io.lidc.model.Instance;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes objects differ from the instances that are stored under their SOP Instance UIDs, see {@link InstanceDifferences}. */
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
        Map<String, Compared> stored = stored(
                connection,
                objects.stream()
                        .map(read -> read.metadata().instance().sopInstanceUid())
                        .collect(Collectors.toSet()));
        for (Extraction.Read read : objects) {
            Instance instance = read.metadata().instance();
            Compared object = new Compared(
                    InstanceTable.seriesInstanceUid(read.metadata()), instance.transferSyntaxUid(), instance.values());
            differences.put(read, InstanceDifferences.describe(object, stored.get(instance.sopInstanceUid())));
        }
        return differences;
    }

    private static Map<String, Compared> stored(Connection connection, Set<String> sopInstanceUids)
            throws SQLException {
        Map<String, Compared> stored = new HashMap<>();
        String query = "select sop_instance_uid, " + String.join(", ", SELECTED)
                + " from instance where sop_instance_uid in (" + Sql.parameters(sopInstanceUids.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Sql.bind(statement, 1, List.copyOf(sopInstanceUids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Object> values = new ArrayList<>(Columns.INSTANCE.size());
                    for (int i = 0; i < Columns.INSTANCE.size(); i++) {
                        values.add(rows.getObject(i + 4));
                    }
                    stored.put(rows.getString(1), new Compared(rows.getString(2), rows.getString(3), values));
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
