package io.lidc.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that a database holds of what was read, but for where it was read: no location, version or run. */
public final class MetadataRows {
    private static final Set<String> OF_THE_PLACE =
            Set.of("source_key", "source_uri", "version", "run_id", "stored_at");

    private MetadataRows() {}

    /** Of the instances and what they belong to, without what was set aside. */
    public static List<String> in(Path database) throws SQLException {
        return rows(database, List.of("patient", "study", "series", "instance"));
    }

    /** @param out the folder of the database */
    public static List<String> of(Path out) throws SQLException {
        return rows(out.resolve("lidc.db"), List.of("patient", "study", "series", "instance", "set_aside"));
    }

    private static List<String> rows(Path database, List<String> tables) throws SQLException {
        String url = "jdbc:sqlite:" + database;
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            String columns = String.join(
                    ", ",
                    Rows.of(url, "select name from pragma_table_info('" + table + "')").stream()
                            .filter(column -> !OF_THE_PLACE.contains(column))
                            .toList());
            rows.addAll(Rows.of(url, "select " + columns + " from " + table + " order by " + columns));
        }
        return rows;
    }
}
