package io.lidc.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What a database holds: how much of what, what was set aside and why, and the last runs. */
public final class Status {
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("Holdings", """
                select (select count(*) from patient) as patients, (select count(*) from study) as studies,
                  (select count(*) from series) as series, (select count(*) from instance) as instances,
                  (select count(*) from set_aside where outcome <> 'SUPERSEDED') as set_aside
                """);
        QUERIES.put("By modality", """
                select coalesce(modality, '-') as modality, count(*) as series, sum(instances) as instances
                from series_summary group by modality order by sum(instances) desc, modality
                """);
        QUERIES.put("By manufacturer", """
                select coalesce(manufacturer, '-') as manufacturer, coalesce(modality, '-') as modality,
                  count(*) as series, sum(instances) as instances
                from series_summary group by manufacturer, modality
                order by count(*) desc, manufacturer, modality limit 20
                """);
        QUERIES.put("Slices", """
                select count(*) as series_with_positions,
                  coalesce(sum(case when orientations = 1 and gaps = 0 and duplicate_positions = 0 then 1 else 0 end), 0)
                    as evenly_spaced,
                  coalesce(sum(case when orientations = 1 and gaps > 0 then 1 else 0 end), 0) as with_gaps,
                  coalesce(sum(case when orientations = 1 and duplicate_positions > 0 then 1 else 0 end), 0)
                    as with_duplicate_positions,
                  coalesce(sum(case when orientations > 1 then 1 else 0 end), 0) as of_several_orientations
                from slice_geometry
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
        }
        return tables;
    }
}
