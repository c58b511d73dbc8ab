package io.lidc.store;

import io.lidc.model.Location;
import io.lidc.model.Outcome;
import io.lidc.model.SourceKey;
import io.lidc.model.StoredInstance;
import io.lidc.store.instance.InstanceTable;
import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.jdbc.Dialect;
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
import java.util.function.Predicate;

/** Looks up which of some locations the database knows. */
final class KnownLookup {
    private static final String INSTANCES = "select source_uri, size, version from instance where ";
    private static final String SET_ASIDE =
            "select source_uri, size, version, outcome, run_id, message, sop_instance_uid from set_aside"
                    + " where outcome <> '" + SetAsideTable.SUPERSEDED + "' and ";

    private final Connection connection;
    private final Dialect dialect;
    private final boolean retryFailed;
    private final String rule;
    private final Predicate<Location> exists;
    private final Map<String, Location> byUri = new HashMap<>();
    private final Ancestors above = new Ancestors();
    private final Map<String, Boolean> same = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    /** The SOP Instance UIDs of unchanged duplicates. */
    private final Map<String, String> copies = new HashMap<>();

    /**
     * @param rule the text of the user's rule in force; null for none
     * @param exists whether an object is still where it was stored from
     */
    KnownLookup(Connection connection, Dialect dialect, boolean retryFailed, String rule, Predicate<Location> exists) {
        this.connection = connection;
        this.dialect = dialect;
        this.retryFailed = retryFailed;
        this.rule = rule;
        this.exists = exists;
    }

    KnownObjects find(Collection<Location> locations) throws SQLException {
        List<Long> keys = new ArrayList<>(locations.size());
        for (Location location : locations) {
            byUri.put(location.uri(), location);
            keys.add(SourceKey.of(location.uri()));
            above.addAbove(location.uri());
        }
        String among = dialect.isAmong("source_key");
        try (PreparedStatement statement = connection.prepareStatement(INSTANCES + among)) {
            dialect.bindNumbers(statement, 1, keys);
            addStored(statement);
        }
        above.uris().forEach(uri -> keys.add(SourceKey.of(uri)));
        try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE + among)) {
            dialect.bindNumbers(statement, 1, keys);
            addSetAside(statement);
        }
        forgetCopiesOfWhatIsGone();
        return KnownObjects.of(same, failures);
    }

    /** A location has several instances where one file took another's place; the one in the same state counts. */
    private void addStored(PreparedStatement statement) throws SQLException {
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
    private void addSetAside(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String uri = rows.getString(1);
                Location location = byUri.get(uri);
                if (location != null) {
                    addSetAside(location, rows);
                } else if (above.uris().contains(uri) && rows.getLong(2) == Location.UNKNOWN_SIZE) {
                    // The folder could not be listed once; objects in it are listed now.
                    same.put(uri, false);
                }
            }
        }
    }

    private void addSetAside(Location location, ResultSet row) throws SQLException {
        String uri = location.uri();
        boolean isSame = isSame(location, row);
        switch (Outcome.valueOf(row.getString(4))) {
            case FAILED -> {
                same.put(uri, isSame && !retryFailed);
                if (isSame && !retryFailed) {
                    failures.put(uri, row.getString(5));
                }
            }
            case SKIPPED -> same.put(uri, isSame && row.getString(6).equals(rule));
            case DUPLICATE -> {
                same.put(uri, isSame);
                if (isSame) {
                    copies.put(uri, row.getString(7));
                }
            }
            default -> same.put(uri, isSame);
        }
    }

    private static boolean isSame(Location location, ResultSet row) throws SQLException {
        return location.size() == row.getLong(2) && location.version().equals(row.getString(3));
    }

    /** Each is read again, so that it can take the place of the stored one. */
    private void forgetCopiesOfWhatIsGone() throws SQLException {
        if (copies.isEmpty()) {
            return;
        }
        Map<String, StoredInstance> stored = InstanceTable.find(connection, new HashSet<>(copies.values()));
        copies.forEach((uri, sopInstanceUid) -> {
            StoredInstance row = stored.get(sopInstanceUid);
            if (row == null || !exists.test(row.location())) {
                same.put(uri, false);
            }
        });
    }
}
