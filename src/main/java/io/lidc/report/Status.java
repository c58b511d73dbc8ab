package io.lidc.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a database holds: how much of what, what the check of CT series has found, what was set aside and why, and the last runs. It
 * looks at no position of a slice: the check has.
 */
public final class Status {
    private static final String HOLDINGS = """
            select (select count(*) from patient) as patients, (select count(*) from study) as studies,
              (select count(*) from series) as series, (select count(*) from instance) as instances,
              (select count(*) from set_aside where outcome <> 'SUPERSEDED') as set_aside
            """;

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("CT series", """
                select count(*) as series,
                  coalesce(sum(case when quality.verdict = 'COMPLETE' then 1 else 0 end), 0) as complete,
                  coalesce(sum(case when quality.verdict = 'SUSPECT' then 1 else 0 end), 0) as suspect,
                  coalesce(sum(case when quality.verdict = 'BROKEN' then 1 else 0 end), 0) as broken,
                  coalesce(sum(case when quality.verdict is null then 1 else 0 end), 0) as not_checked,
                  coalesce(sum(case when quality.slices = 1 then 1 else 0 end), 0) as of_one_slice,
                  coalesce(sum(case when quality.gaps > 0 then 1 else 0 end), 0) as with_gaps,
                  coalesce(sum(case when quality.repeated_planes > 0 then 1 else 0 end), 0) as with_repeated_planes,
                  coalesce(sum(case when quality.stacks > 1 then 1 else 0 end), 0) as of_several_stacks
                from series left join series_quality quality on quality.series_instance_uid = series.series_instance_uid
                where series.modality = 'CT' having count(*) > 0
                """);
        QUERIES.put("Set aside", """
                select outcome, coalesce(error_code, '-') as code, count(*) as objects from set_aside
                group by outcome, error_code order by outcome, error_code
                """);
        QUERIES.put("Scale-out", """
                select published, delivered, taken, redelivered, missing from scale_out where published > 0 or taken > 0
                """);
        QUERIES.put("Last runs", """
                select run_id as run, state, discovered, stored, unchanged, duplicate, conflict, not_dicom,
                  not_instance, skipped, published, failed
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
            tables.put("Holdings", ResultTable.query(connection, HOLDINGS));
            HeldSeries held = HeldSeries.read(connection);
            tables.put("By modality", held.byModality());
            tables.put("By manufacturer", held.byManufacturer());
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
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((code, count) -> rows.add(List.of(code, count)));
        return ResultTable.of(List.of("warning", "instances"), List.of(false, true), rows);
    }
}
