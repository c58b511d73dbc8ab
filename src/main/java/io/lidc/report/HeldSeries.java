package io.lidc.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Series and instances held by modality and manufacturer, counted in one pass over the instances. */
final class HeldSeries {
    private static final int MANUFACTURERS = 20;
    private static final String NOT_GIVEN = "-";
    private static final Comparator<Count> MOST_SERIES =
            Comparator.comparingLong(Count::series).reversed();
    private static final Comparator<Count> MOST_INSTANCES =
            Comparator.comparingLong(Count::instances).reversed();

    private static final String QUERY = """
            with held as (
              select series_instance_uid, count(*) as instances from instance group by series_instance_uid
            )
            select series.modality, series.manufacturer, count(held.series_instance_uid), sum(held.instances)
            from held left join series on series.series_instance_uid = held.series_instance_uid
            group by series.modality, series.manufacturer
            """;

    private final List<Count> counts;

    private HeldSeries(List<Count> counts) {
        this.counts = counts;
    }

    private record Count(String modality, String manufacturer, long series, long instances) {
        Count plus(Count other) {
            return new Count(modality, manufacturer, series + other.series, instances + other.instances);
        }
    }

    static HeldSeries read(Connection connection) throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                counts.add(new Count(given(row.getString(1)), given(row.getString(2)), row.getLong(3), row.getLong(4)));
            }
        }
        return new HeldSeries(counts);
    }

    private static String given(String value) {
        return value == null ? NOT_GIVEN : value;
    }

    /** Those of most instances first. */
    ResultTable byModality() {
        Map<String, Count> modalities = new TreeMap<>();
        counts.forEach(count -> modalities.merge(count.modality(), count, Count::plus));
        List<List<Object>> rows = new ArrayList<>();
        modalities.values().stream()
                .sorted(MOST_INSTANCES)
                .forEach(count -> rows.add(List.of(count.modality(), count.series(), count.instances())));
        return ResultTable.of(List.of("modality", "series", "instances"), List.of(false, true, true), rows);
    }

    /** Those of most series first; after so many, one row for the rest. */
    ResultTable byManufacturer() {
        List<Count> ranked = counts.stream()
                .sorted(MOST_SERIES.thenComparing(Count::manufacturer).thenComparing(Count::modality))
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        ranked.stream().limit(MANUFACTURERS).forEach(count -> rows.add(row(count)));
        List<Count> rest = ranked.subList(rows.size(), ranked.size());
        rest.stream()
                .reduce(Count::plus)
                .ifPresent(sum -> rows.add(List.of("(" + rest.size() + " more)", "", sum.series(), sum.instances())));
        return ResultTable.of(
                List.of("manufacturer", "modality", "series", "instances"), List.of(false, false, true, true), rows);
    }

    private static List<Object> row(Count count) {
        return List.of(count.manufacturer(), count.modality(), count.series(), count.instances());
    }
}
