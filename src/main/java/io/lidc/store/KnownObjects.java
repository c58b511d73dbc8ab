package io.lidc.store;

import io.lidc.model.Location;
import io.lidc.model.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * @param changed in another size or version, or failed or left out before and now to be read again
 * @param failures of the unchanged, those that can't be read, each with the run that found that
 */
public record KnownObjects(Set<String> unchanged, Set<String> changed, Map<String, String> failures) {
    private static final String INSTANCES = "select source_uri, size, version from instance where ";
    private static final String SET_ASIDE = "select source_uri, size, version, outcome, run_id, message from set_aside"
            + " where outcome <> '" + SetAsideTable.SUPERSEDED + "' and ";

    static KnownObjects find(
            Connection connection, Dialect dialect, Collection<Location> locations, boolean retryFailed, String rule)
            throws SQLException {
        Map<String, Location> byUri = new HashMap<>(locations.size() * 2);
        List<Long> keys = new ArrayList<>(locations.size());
        for (Location location : locations) {
            byUri.put(location.uri(), location);
            keys.add(SourceKey.of(location.uri()));
        }
        String among = dialect.isAmong("source_key");
        Map<String, Boolean> same = new HashMap<>(locations.size() * 2);
        try (PreparedStatement statement = connection.prepareStatement(INSTANCES + among)) {
            dialect.bindNumbers(statement, 1, keys);
            addStored(statement, byUri, same);
        }
        Map<String, String> failures = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE + among)) {
            dialect.bindNumbers(statement, 1, keys);
            addSetAside(statement, byUri, retryFailed, rule, same, failures);
        }
        return of(same, failures);
    }

    /** A location has several instances where one file took another's place; the one in the same state counts. */
    private static void addStored(PreparedStatement statement, Map<String, Location> byUri, Map<String, Boolean> same)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Location location = byUri.get(rows.getString(1));
                if (location != null) {
                    same.merge(location.uri(), isSame(location, rows), Boolean::logicalOr);
                }
            }
        }
    }

    /** What is set aside counts more than an instance: a file that was stored once may be unreadable now. */
    private static void addSetAside(
            PreparedStatement statement,
            Map<String, Location> byUri,
            boolean retryFailed,
            String rule,
            Map<String, Boolean> same,
            Map<String, String> failures)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Location location = byUri.get(rows.getString(1));
                if (location == null) {
                    continue;
                }
                boolean isSame = isSame(location, rows);
                boolean failed = Outcome.FAILED.name().equals(rows.getString(4));
                boolean ofAnotherRule = Outcome.SKIPPED.name().equals(rows.getString(4))
                        && !rows.getString(6).equals(rule);
                same.put(location.uri(), isSame && !(retryFailed && failed) && !ofAnotherRule);
                if (isSame && failed && !retryFailed) {
                    failures.put(location.uri(), rows.getString(5));
                }
            }
        }
    }

    private static boolean isSame(Location location, ResultSet row) throws SQLException {
        return location.size() == row.getLong(2) && location.version().equals(row.getString(3));
    }

    private static KnownObjects of(Map<String, Boolean> same, Map<String, String> failures) {
        KnownObjects known = new KnownObjects(new HashSet<>(), new HashSet<>(), failures);
        same.forEach((uri, isSame) -> (isSame ? known.unchanged : known.changed).add(uri));
        return known;
    }
}
