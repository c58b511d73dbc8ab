package io.lidc.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a database holds: how much of what, what was set aside and why, and the last runs. Slices count as evenly spaced where
 * there are two or more, none of them missing or double, and no step between them differs from the others by more than 2 % of the
 * median one.
 */
public final class Status {
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("Holdings", """
                select (select count(*) from patient) as patients, (select count(*) from study) as studies,
                  (select count(*) from series) as series, (select count(*) from instance) as instances,
                  (select count(*) from set_aside where outcome <> 'SUPERSEDED') as set_aside
                """);
        QUERIES.put("By modality", """
                select coalesce(series.modality, '-') as modality,
                  count(distinct instance.series_instance_uid) as series, count(*) as instances
                from instance left join series on series.series_instance_uid = instance.series_instance_uid
                group by coalesce(series.modality, '-') order by count(*) desc, modality
                """);
        QUERIES.put("By manufacturer", """
                with held as (
                  select coalesce(series.manufacturer, '-') as manufacturer, coalesce(series.modality, '-') as modality,
                    count(distinct instance.series_instance_uid) as series, count(*) as instances
                  from instance left join series on series.series_instance_uid = instance.series_instance_uid
                  group by coalesce(series.manufacturer, '-'), coalesce(series.modality, '-')
                ),
                ranked as (
                  select held.*, row_number() over (order by series desc, manufacturer, modality) as place from held
                ),
                shown as (
                  select manufacturer, modality, series, instances, place from ranked where place <= 20
                  union all
                  select '(' || count(*) || ' more)', '', cast(sum(series) as bigint), cast(sum(instances) as bigint), 21
                  from ranked where place > 20 having count(*) > 0
                )
                select manufacturer, modality, series, instances from shown order by place
                """);
        QUERIES.put("Slices", """
                select count(*) as series_with_positions,
                  coalesce(sum(case when relation = 'even' then 1 else 0 end), 0) as evenly_spaced,
                  coalesce(sum(case when relation = 'uneven' then 1 else 0 end), 0) as unevenly_spaced,
                  coalesce(sum(case when relation = 'single' then 1 else 0 end), 0) as of_one_slice,
                  coalesce(sum(case when relation <> 'several' and gaps > 0 then 1 else 0 end), 0) as with_gaps,
                  coalesce(sum(case when relation <> 'several' and duplicate_positions > 0 then 1 else 0 end), 0)
                    as with_duplicate_positions,
                  coalesce(sum(case when relation = 'several' then 1 else 0 end), 0) as of_several_orientations
                from (
                  select gaps, duplicate_positions, case
                    when orientations > 1 then 'several'
                    when slices = 1 then 'single'
                    when gaps > 0 or duplicate_positions > 0 then 'broken'
                    when spacing_max - spacing_min <= 0.02 * spacing_median then 'even'
                    else 'uneven' end as relation
                  from slice_geometry
                ) related
                """);
        QUERIES.put("Set aside", """
                select outcome, coalesce(error_code, '-') as code, count(*) as objects from set_aside
                group by outcome, error_code order by outcome, error_code
                """);
        QUERIES.put("Last runs", """
                select run_id as run, state, discovered, stored, unchanged, duplicate, conflict, not_dicom,
                  not_instance, skipped, failed
                from run order by run_id desc limit 5
                """);
    }

    private static final String WARNINGS =
            "select warnings, cast(count(*) as text) from instance where warnings is not null group by warnings";

    private final DataSource dataSource;

    /** Of a database whose schema is in place. */
    public Status(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The tables by their headings, in the order in which they are shown. */
    public Map<String, ResultTable> read() throws SQLException {
        Map<String, ResultTable> tables = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                tables.put(query.getKey(), ResultTable.query(connection, query.getValue()));
            }
            tables.put("Warnings", warnings(ResultTable.query(connection, WARNINGS)));
        }
        return tables;
    }

    /** Instances by code: a row of the database holds several. */
    private static ResultTable warnings(ResultTable combinations) {
        Map<String, Long> counts = new TreeMap<>();
        for (List<String> row : combinations.rows()) {
            for (String code : row.get(0).split(",")) {
                counts.merge(code, Long.valueOf(row.get(1)), Long::sum);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((code, count) -> rows.add(List.of(code, String.format(Locale.ROOT, "%,d", count))));
        return new ResultTable(List.of("warning", "instances"), List.of(false, true), rows);
    }
}
