package io.lidc.report;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * How many instances' files are still where they were read. Their rows stay either way.
 *
 * @param present files that are there
 * @param gone files that are not
 * @param notLookedFor objects that are no files: in a bucket, in an archive
 */
public record MissingFiles(long present, long gone, long notLookedFor) {
    private static final int ROWS_AT_A_TIME = 1_000;

    /** Looks for the file of each instance. */
    public static MissingFiles count(DataSource dataSource) throws SQLException {
        long present = 0;
        long gone = 0;
        long notLookedFor = 0;
        try (Connection connection = dataSource.getConnection()) {

            // PostgreSQL's driver holds the whole answer in memory unless it is within a transaction.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet rows = statement.executeQuery("select source_uri from instance")) {
                    while (rows.next()) {
                        Path file = file(rows.getString(1));
                        if (file == null) {
                            notLookedFor++;
                        } else if (Files.exists(file)) {
                            present++;
                        } else {
                            gone++;
                        }
                    }
                }
            } finally {
                connection.setAutoCommit(true);
            }
        }
        return new MissingFiles(present, gone, notLookedFor);
    }

    /** The counts in one row. */
    public ResultTable table() {
        return new ResultTable(
                List.of("present", "gone", "not looked for"),
                List.of(true, true, true),
                List.of(List.of(text(present), text(gone), text(notLookedFor))));
    }

    private static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static Path file(String uri) {
        try {
            return uri.startsWith("file:") ? Path.of(URI.create(uri)) : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
