package io.lidc.cli;

import io.lidc.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All metadata that a database holds, but for where the objects lie: the same from every source of the same objects. */
final class MetadataRows {
    private static final Set<String> OF_THE_PLACE = Set.of("source_key", "source_uri", "version");

    private MetadataRows() {}

    static List<String> in(Path database) throws SQLException {
        String url = "jdbc:sqlite:" + database;
        List<String> rows = new ArrayList<>();
        for (String table : List.of("patient", "study", "series", "instance")) {
            List<String> columns =
                    new ArrayList<>(Rows.of(url, "select name from pragma_table_info('" + table + "') order by cid"));
            columns.removeAll(OF_THE_PLACE);
            String list = String.join(", ", columns);
            rows.addAll(Rows.of(url, "select '" + table + "', " + list + " from " + table + " order by 1, 2, 3"));
        }
        return rows;
    }
}
