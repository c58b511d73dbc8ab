package io.lidc.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** All that a database holds, but for the names and times of runs. */
public final class Tables {
    private static final Set<String> OF_THE_RUN = Set.of("run_id", "stored_at", "checked_at");
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("patient", "select * from patient");
        QUERIES.put("study", "select * from study");
        QUERIES.put("series", "select * from series");
        QUERIES.put("instance", "select * from instance");
        QUERIES.put(
                "set_aside",
                "select source_key, source_uri, size, version, outcome, error_code, error_offset, message, sop_instance_uid,"
                        + " series_instance_uid, header_digest from set_aside");
        QUERIES.put("series_summary", "select * from series_summary");
        QUERIES.put("patient_overview", "select * from patient_overview");
        QUERIES.put("slice_geometry", "select * from slice_geometry");
        QUERIES.put("series_quality", "select * from series_quality");
    }

    private Tables() {}

    /** The rows by table, sorted as text. */
    public static Map<String, List<String>> of(DataSource dataSource) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                List<String> rows = Rows.without(OF_THE_RUN, connection, query.getValue());
                tables.put(query.getKey(), List.copyOf(new TreeSet<>(rows)));
            }
        }
        return tables;
    }

    /** The rows of either that the other lacks, marked by a sign. */
    public static List<String> difference(List<String> expected, List<String> actual) {
        List<String> difference = new ArrayList<>();
        Set<String> expectedRows = new HashSet<>(expected);
        Set<String> actualRows = new HashSet<>(actual);
        expected.stream()
                .filter(row -> !actualRows.contains(row))
                .map(row -> "- " + row)
                .forEach(difference::add);
        actual.stream()
                .filter(row -> !expectedRows.contains(row))
                .map(row -> "+ " + row)
                .forEach(difference::add);
        return difference;
    }
}
