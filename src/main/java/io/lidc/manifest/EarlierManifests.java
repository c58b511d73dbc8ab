package io.lidc.manifest;

import io.lidc.manifest.RunManifest.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The manifests of earlier runs. Every change to an instance counts as stored, in the transaction that makes it: while the sum over
 * all runs is the same, so is what the database holds.
 *
 * @param storedByAllRuns that sum
 * @param runs the last ones that stored something, the latest first
 */
record EarlierManifests(Path directory, long storedByAllRuns, List<String> runs) {
    private static final String STORED = "select coalesce(sum(stored), 0) from run";
    private static final String RUNS = "select run_id from run where stored > 0 order by run_id desc limit 5";

    static EarlierManifests of(Connection connection, Path directory) throws SQLException {
        List<String> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RUNS)) {
            while (rows.next()) {
                runs.add(rows.getString(1));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STORED)) {
            row.next();
            return new EarlierManifests(directory, row.getLong(1), runs);
        }
    }

    /** What one of them says that is still true; null where none is there. */
    Held stillHolds() {
        for (String run : runs) {
            Path file = directory.resolve(run + ".json");
            try {
                Held held = Files.exists(file)
                        ? RunManifest.parse(Files.readAllBytes(file)).held()
                        : null;
                if (held != null
                        && held.storedByAllRuns() == storedByAllRuns
                        && Files.exists(directory.resolve(held.list()))) {
                    return held;
                }
            } catch (IOException e) {
                // Somebody else's file: what the database holds is read again.
                continue;
            }
        }
        return null;
    }
}
