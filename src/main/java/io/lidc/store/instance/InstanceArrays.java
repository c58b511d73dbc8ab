package io.lidc.store.instance;

import io.lidc.model.Extraction;
import io.lidc.store.run.Stamp;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** New instances on their way into PostgreSQL: an array a column, one statement a chunk, whose answer tells the new rows. */
public final class InstanceArrays {
    private static final List<InstanceTable.TypedColumn> COLUMNS = InstanceTable.TYPED_COLUMNS;
    private static final String INSERT = insert();

    private InstanceArrays() {}

    /** Inserts the instances whose SOP Instance UID is new, the first of several that share one. */
    public static InstanceTable.Insertion insertNew(Connection connection, List<Extraction.Read> reads, Stamp stamp)
            throws SQLException {
        InstanceTable.Insertion insertion = new InstanceTable.Insertion(new ArrayList<>(), new ArrayList<>());
        Map<String, Extraction.Read> first = new LinkedHashMap<>();
        for (Extraction.Read read : reads) {
            if (first.putIfAbsent(read.metadata().instance().sopInstanceUid(), read) != null) {
                insertion.present().add(read);
            }
        }
        Set<String> inserted = insert(connection, List.copyOf(first.values()), stamp);
        first.forEach((uid, read) -> (inserted.contains(uid) ? insertion.stored() : insertion.present()).add(read));
        return insertion;
    }

    private static Set<String> insert(Connection connection, List<Extraction.Read> reads, Stamp stamp)
            throws SQLException {
        Set<String> inserted = new HashSet<>(reads.size() * 2);
        if (reads.isEmpty()) {
            return inserted;
        }
        Object[][] arrays = new Object[COLUMNS.size()][reads.size()];
        for (int row = 0; row < reads.size(); row++) {
            List<Object> values = InstanceTable.values(reads.get(row));
            for (int column = 0; column < arrays.length; column++) {
                arrays[column][row] = values.get(column);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, stamp.runId());
            statement.setString(2, stamp.storedAt());
            for (int column = 0; column < arrays.length; column++) {
                Array array = connection.createArrayOf(COLUMNS.get(column).arrayType(), arrays[column]);
                statement.setArray(column + 3, array);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    inserted.add(rows.getString(1));
                }
            }
        }
        return inserted;
    }

    private static String insert() {
        String names = COLUMNS.stream().map(InstanceTable.TypedColumn::name).collect(Collectors.joining(", "));
        String arrays = COLUMNS.stream()
                .map(column -> "cast(? as " + column.arrayType() + "[])")
                .collect(Collectors.joining(", "));
        String selected = COLUMNS.stream()
                .map(column -> column.name().equals("extra") ? "cast(extra as jsonb)" : column.name())
                .collect(Collectors.joining(", "));
        return "insert into instance (run_id, stored_at, " + names
                + ") select cast(? as text), cast(? as timestamptz), " + selected + " from unnest(" + arrays
                + ") as chunk ("
                + names + ") on conflict (sop_instance_uid) do nothing returning sop_instance_uid";
    }
}
