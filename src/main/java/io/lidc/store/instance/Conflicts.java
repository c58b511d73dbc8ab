package io.lidc.store.instance;

import io.lidc.model.Outcome;
import io.lidc.model.SourceKey;
import io.lidc.store.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Objects that are set aside as being in conflict with a stored one. */
public final class Conflicts {
    private Conflicts() {}

    /** Those among some locations. */
    public static Set<String> among(Connection connection, Dialect dialect, List<String> uris) throws SQLException {
        Set<String> conflicts = new HashSet<>();
        String query = "select source_uri from set_aside where outcome = '" + Outcome.CONFLICT.name() + "' and "
                + dialect.isAmong("source_key");
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            dialect.bindNumbers(statement, 1, uris.stream().map(SourceKey::of).toList());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    conflicts.add(rows.getString(1));
                }
            }
        }
        conflicts.retainAll(new HashSet<>(uris));
        return conflicts;
    }
}
