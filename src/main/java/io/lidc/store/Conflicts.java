package io.lidc.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Which objects are set aside as being in conflict with a stored one. */
public final class Conflicts {
    private final DataSource dataSource;

    /** In a database whose schema is in place. */
    public Conflicts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those among some locations that are in conflict. */
    public Set<String> among(List<String> uris) throws SQLException {
        Set<String> conflicts = new HashSet<>();
        if (uris.isEmpty()) {
            return conflicts;
        }
        List<Long> keys = uris.stream().map(SourceKey::of).toList();
        String query = "select source_uri from set_aside where outcome = '" + Outcome.CONFLICT.name()
                + "' and source_key in (" + Sql.parameters(keys.size()) + ")";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            Sql.bind(statement, 1, keys);
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
