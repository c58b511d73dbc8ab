package io.lidc.report;

import io.lidc.source.StoredLocations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * How many instances are still where they were read: their files, or the archives that hold them. Their rows stay either way.
 *
 * @param present whose file is there
 * @param gone whose file is not
 * @param notLookedFor which are no files, such as those in a bucket, or lie where nobody may look
 */
public record MissingFiles(long present, long gone, long notLookedFor) {
    private static final int ROWS_AT_A_TIME = 1_000;
    /** Page by page, so that no lock and no transaction outlasts a page. */
    private static final String PAGE = "select sop_instance_uid, source_uri from instance where sop_instance_uid > ?"
            + " order by sop_instance_uid limit " + ROWS_AT_A_TIME;

    private record Row(String sopInstanceUid, String uri) {}

    /** Looks for the file of each instance. */
    public static MissingFiles count(DataSource dataSource) throws SQLException {
        return count(dataSource, uri -> {});
    }

    /**
     * Looks for the file of each instance.
     *
     * @param missing takes the location of each that is gone
     */
    public static MissingFiles count(DataSource dataSource, Consumer<String> missing) throws SQLException {
        MissingFiles counted = new MissingFiles(0, 0, 0);
        List<Row> page = page(dataSource, "");
        while (!page.isEmpty()) {
            for (Row row : page) {
                counted = counted.plus(row.uri, missing);
            }
            page = page(dataSource, page.get(page.size() - 1).sopInstanceUid);
        }
        return counted;
    }

    /**
     * Looks for the file of each instance.
     *
     * @param limit of the locations to list
     * @return by heading: the counts, and the first locations of those that are gone
     */
    public static Map<String, ResultTable> tables(DataSource dataSource, int limit) throws SQLException {
        List<List<String>> listed = new ArrayList<>();
        MissingFiles counted = count(dataSource, uri -> {
            if (listed.size() < limit) {
                listed.add(List.of(uri));
            }
        });
        Map<String, ResultTable> tables = new LinkedHashMap<>();
        tables.put("Files of instances", counted.table());
        tables.put("Gone", new ResultTable(List.of("location"), List.of(false), listed));
        return tables;
    }

    /** The counts in one row. */
    public ResultTable table() {
        return ResultTable.of(
                List.of("present", "gone", "not looked for"),
                List.of(true, true, true),
                List.of(List.of(present, gone, notLookedFor)));
    }

    private MissingFiles plus(String uri, Consumer<String> missing) {
        return switch (StoredLocations.presence(uri)) {
            case PRESENT -> new MissingFiles(present + 1, gone, notLookedFor);
            case UNKNOWN -> new MissingFiles(present, gone, notLookedFor + 1);
            case GONE -> {
                missing.accept(uri);
                yield new MissingFiles(present, gone + 1, notLookedFor);
            }
        };
    }

    private static List<Row> page(DataSource dataSource, String after) throws SQLException {
        List<Row> page = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, after);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(new Row(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return page;
    }
}
