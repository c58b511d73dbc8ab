package io.lidc.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the table {@code series_quality}. */
final class QualityTable {
    private static final List<String> COLUMNS = List.of(
            "series_instance_uid",
            "verdict",
            "reasons",
            "notes",
            "slices",
            "localizers",
            "stacks",
            "instance_order",
            "spacing_median",
            "spacing_min",
            "spacing_max",
            "slice_thickness_min",
            "slice_thickness_max",
            "gaps",
            "missing_slices",
            "repeated_planes",
            "repeated_planes_equal",
            "repeated_planes_different",
            "crowded_planes",
            "missing_numbers",
            "tilt",
            "run_id",
            "checked_at");

    private static final String UPSERT = "insert into series_quality (" + String.join(", ", COLUMNS) + ") values ("
            + String.join(", ", Collections.nCopies(COLUMNS.size(), "?"))
            + ") on conflict (series_instance_uid) do update set "
            + COLUMNS.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));

    private static final String DELETE = "delete from series_quality where series_instance_uid = ?";

    private QualityTable() {}

    /** Puts checked series in the place of what was known of them. */
    static void write(Connection connection, String runId, Map<String, SeriesQuality> checked) throws SQLException {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<String, SeriesQuality> series : checked.entrySet()) {
                bind(statement, row(series.getKey(), series.getValue(), runId, now));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Takes out series that have no instances any more. */
    static void delete(Connection connection, List<String> series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (String uid : series) {
                statement.setString(1, uid);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Object> row(String series, SeriesQuality quality, String runId, String now) {
        Spacing spacing = quality.spacing();
        Range thickness = quality.thickness();
        return Arrays.asList(
                series,
                quality.verdict().name(),
                codes(quality, Finding::isFault),
                codes(quality, finding -> !finding.isFault()),
                quality.slices(),
                quality.localizers(),
                quality.stacks(),
                quality.order(),
                spacing == null ? null : rounded(spacing.median()),
                spacing == null ? null : rounded(spacing.min()),
                spacing == null ? null : rounded(spacing.max()),
                thickness == null ? null : thickness.min(),
                thickness == null ? null : thickness.max(),
                quality.gaps(),
                quality.missing(),
                quality.duplicates().count(),
                quality.duplicates().equal(),
                quality.duplicates().different(),
                quality.crowded(),
                quality.numbersMissing(),
                rounded(quality.tilt()),
                runId,
                now);
    }

    private static String codes(SeriesQuality quality, Predicate<Finding> wanted) {
        return quality.findings().stream().filter(wanted).map(Finding::name).collect(Collectors.joining(","));
    }

    /** To 0.001 mm or degrees: the rest is noise of the projection. */
    private static Double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private static void bind(PreparedStatement statement, List<Object> row) throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Double number) {
                statement.setDouble(i + 1, number);
            } else {
                statement.setNull(i + 1, Types.NULL);
            }
        }
    }
}
