package io.lidc.soak;

import io.lidc.testing.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a database holds of the objects of a soak, under their names in the ledger and without what depends on the run, its time and the
 * place of a file.
 *
 * @param tables rows by table, sorted, each as often as it is there
 * @param outcomes those of each object, by its name: one, where all is well
 */
record ObjectRows(Map<String, List<String>> tables, Map<String, List<String>> outcomes) {
    private static final Set<String> OF_THE_RUN = Set.of("run_id", "stored_at", "source_uri", "source_key", "version");
    private static final List<String> ENTITIES = List.of("patient", "study", "series");
    private static final List<String> OBJECTS = List.of("instance", "set_aside");

    static ObjectRows of(DataSource dataSource, Ledger ledger) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        Map<String, List<String>> outcomes = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : ENTITIES) {
                tables.put(table, sorted(Rows.of(connection, "select * from " + table)));
            }
            for (String table : OBJECTS) {
                String query = "select source_uri as location, t.* from " + table + " t";
                tables.put(
                        table,
                        sorted(Rows.without(OF_THE_RUN, connection, query).stream()
                                .map(row -> named(row, ledger))
                                .toList()));
            }
            for (String row : Rows.of(
                    connection,
                    "select source_uri, 'STORED' from instance union all"
                            + " select source_uri, outcome from set_aside where outcome <> 'SUPERSEDED'")) {
                int bar = row.lastIndexOf('|');
                outcomes.computeIfAbsent(ledger.nameOf(row.substring(0, bar)), name -> new ArrayList<>())
                        .add(row.substring(bar + 1));
            }
        }
        return new ObjectRows(tables, outcomes);
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static String named(String row, Ledger ledger) {
        int bar = row.indexOf('|');
        return ledger.nameOf(row.substring(0, bar)) + row.substring(bar);
    }
}
