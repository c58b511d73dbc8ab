package io.lidc.report;

/** What became of the objects that were discovered. */
final class RunStatistics {
    static final Statistic SET_ASIDE = Statistic.table("set_aside", "Set aside", """
            select outcome, coalesce(error_code, '') as error_code, count(*) as objects
            from set_aside where outcome <> 'SUPERSEDED'
            group by outcome, error_code order by count(*) desc, outcome, error_code
            """);

    static final Statistic FAILURES = Statistic.bars("failures", "Unreadable objects", "objects, by error code", """
            select coalesce(error_code, 'no code') as error_code, count(*) as objects
            from set_aside where outcome = 'FAILED' group by error_code order by count(*) desc, error_code
            """);

    static final Statistic WARNINGS =
            Statistic.bars("warnings", "Irregular headers", "instances, by what is irregular", """
            select code, cast(sum(instances) as bigint) as instances from run_warning
            group by code order by sum(instances) desc, code
            """);

    /** What a run stored and read in a second is added to it: dates and times are subtracted otherwise in either database. */
    static final Statistic RUNS = Statistic.table("runs", "Runs", """
            select run_id as run, state, started_at, finished_at, discovered, stored, unchanged, duplicate, conflict, not_dicom,
              not_instance, skipped, published, failed, bytes_read
            from run order by started_at desc, run_id desc limit 50
            """);

    private RunStatistics() {}
}
