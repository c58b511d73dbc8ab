package io.lidc.report;

import io.lidc.quality.Finding;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How sound the CT series are. */
final class QualityStatistics {
    static final Statistic VERDICTS = Statistic.table("quality_verdicts", "Verdicts", """
            select
              coalesce(sum(case when verdict = 'COMPLETE' then 1 else 0 end), 0) as complete,
              coalesce(sum(case when verdict = 'SUSPECT' then 1 else 0 end), 0) as suspect,
              coalesce(sum(case when verdict = 'BROKEN' then 1 else 0 end), 0) as broken,
              coalesce(sum(case when verdict is null then 1 else 0 end), 0) as not_checked
            from series_overview where modality = 'CT'
            """);

    static final Statistic BY_MANUFACTURER =
            Statistic.bars("quality_by_manufacturer", "Verdicts by maker", "CT series, by manufacturer", """
            select coalesce(manufacturer, 'not given') as manufacturer,
              sum(case when verdict = 'COMPLETE' then 1 else 0 end) as complete,
              sum(case when verdict = 'SUSPECT' then 1 else 0 end) as suspect,
              sum(case when verdict = 'BROKEN' then 1 else 0 end) as broken
            from series_overview where modality = 'CT' and verdict is not null
            group by manufacturer order by count(*) desc, manufacturer
            """);

    static final Statistic REASONS = Statistic.bars(
            "quality_reasons",
            "Why series are suspect or broken",
            "CT series, by reason",
            findings(Finding::isFault, "reasons"));

    static final Statistic NOTES = Statistic.bars(
            "quality_notes",
            "Worth knowing, and no fault",
            "CT series, by note",
            findings(finding -> !finding.isFault(), "notes"));

    static final Statistic SERIES = Statistic.table("quality_series", "Suspect and broken series", """
            select verdict, reasons, missing_slices, repeated_planes, stacks, tilt as tilt_degrees,
              slice_thickness as thickness_mm, spacing_median as spacing_mm, spacing_max as largest_step_mm,
              instances, coalesce(manufacturer, '') as manufacturer, series_instance_uid
            from series_overview where modality = 'CT' and verdict in ('SUSPECT', 'BROKEN')
            order by case verdict when 'BROKEN' then 0 else 1 end, reasons, series_instance_uid
            """);

    private QualityStatistics() {}

    private static String findings(Predicate<Finding> wanted, String column) {
        return "select finding, cast(series as bigint) as series from (\n"
                + Arrays.stream(Finding.values())
                        .filter(wanted)
                        .map(finding -> "  select '" + finding.words() + "' as finding, sum(case when ',' || " + column
                                + " || ',' like '%," + finding.name() + ",%' then 1 else 0 end) as series"
                                + " from series_overview where modality = 'CT'")
                        .collect(Collectors.joining("\n  union all\n"))
                + ") found\nwhere series > 0 order by series desc, finding";
    }
}
