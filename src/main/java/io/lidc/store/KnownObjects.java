package io.lidc.store;

import io.lidc.metadata.Location;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of some locations the database knows.
 *
 * @param unchanged in the same size and version: no need to read them again
 * @param changed in another size or version, or failed before and now to be read again
 */
public record KnownObjects(Set<String> unchanged, Set<String> changed) {

    static KnownObjects find(Connection connection, Collection<Location> locations, boolean retryFailed)
            throws SQLException {
        Map<String, Location> byUri = new HashMap<>(locations.size() * 2);
        locations.forEach(location -> byUri.put(location.uri(), location));
        Map<String, Boolean> same = new HashMap<>();
        Set<String> setAside = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query(byUri.size()))) {
            List<Long> keys = byUri.keySet().stream().map(SourceKey::of).toList();
            Sql.bind(statement, Sql.bind(statement, 1, keys), keys);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Location location = byUri.get(rows.getString(1));
                    if (location == null || setAside.contains(location.uri())) {
                        continue;
                    }
                    boolean isSame = location.size() == rows.getLong(2)
                            && location.version().equals(rows.getString(3));
                    String outcome = rows.getString(4);
                    if (Outcome.STORED.name().equals(outcome)) {
                        same.merge(location.uri(), isSame, Boolean::logicalOr);
                    } else {
                        setAside.add(location.uri());
                        same.put(
                                location.uri(),
                                isSame && !(retryFailed && Outcome.FAILED.name().equals(outcome)));
                    }
                }
            }
        }
        return of(same);
    }

    private static KnownObjects of(Map<String, Boolean> same) {
        KnownObjects known = new KnownObjects(new HashSet<>(), new HashSet<>());
        same.forEach((uri, isSame) -> (isSame ? known.unchanged : known.changed).add(uri));
        return known;
    }

    /**
     * A location in both tables holds what is set aside: a file that was stored once and is unreadable now. It has several instances
     * where one file took another's place; the one in the same state counts.
     */
    private static String query(int count) {
        String keys = " where source_key in (" + Sql.parameters(count) + ")";
        return "select source_uri, size, version, 'STORED' from instance" + keys
                + " union all select source_uri, size, version, outcome from set_aside" + keys
                + " and outcome <> '" + SetAsideTable.SUPERSEDED + "'";
    }
}
