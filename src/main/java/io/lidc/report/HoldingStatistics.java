package io.lidc.report;

import java.util.List;

/** What the database holds, and of whom. */
final class HoldingStatistics {
    static final Statistic HOLDINGS = Statistic.table("holdings", "Holdings", """
            select
              (select count(*) from patient) as patients,
              (select count(*) from study) as studies,
              (select count(*) from series) as series,
              (select count(*) from series where modality = 'CT') as ct_series,
              (select count(*) from instance) as instances,
              (select cast(coalesce(sum(size), 0) as bigint) from instance) as bytes
            """);

    static final List<Statistic> CONTENTS = List.of(
            Statistic.bars("modality", "Modalities", "series, by modality", """
            select coalesce(modality, 'not given') as modality, count(*) as series
            from series_overview group by modality order by count(*) desc, modality
            """),
            Statistic.table("modality_holdings", "What each modality holds", """
            select coalesce(modality, 'not given') as modality,
              count(distinct patient_id || ' ' || issuer_of_patient_id) as patients,
              count(distinct study_instance_uid) as studies, count(*) as series,
              cast(sum(instances) as bigint) as instances, cast(sum(bytes) as bigint) as bytes
            from series_overview group by modality order by count(*) desc, modality
            """),
            Statistic.bars("study_year", "Years of the studies", "studies, by year of the study", """
            select coalesce(substr(study_date, 1, 4), 'not given') as year, count(*) as studies
            from study group by substr(study_date, 1, 4) order by year
            """),
            Statistic.bars(
                    "ct_series_per_patient",
                    "CT series of a patient",
                    "patients, by how many CT series they have",
                    """
            select ct_series, count(*) as patients from (
              select count(*) as ct_series from series_overview where modality = 'CT'
              group by patient_id, issuer_of_patient_id) held
            group by ct_series order by ct_series
            """));

    static final Statistic SEX = Statistic.bars("sex", "Sex", "patients, by sex", """
            select sex, count(*) as patients from (
              select case when coalesce(patient_sex, '') = '' then 'not given' else patient_sex end as sex from patient) people
            group by sex order by count(*) desc, sex
            """);

    /** PS3.5 section 6.2: three digits and a unit. Ages in anything else count as not given. */
    static final Distribution AGE = new Distribution("age", "Age", "age, years", "y", false, "studies", """
            case when ltrim(substr(patient_age, 1, 3), '0123456789') <> '' then null
              when patient_age like '___Y' then cast(substr(patient_age, 1, 3) as integer)
              when patient_age like '___M' then cast(substr(patient_age, 1, 3) as integer) / 12
              when patient_age like '___W' then cast(substr(patient_age, 1, 3) as integer) / 52
              when patient_age like '___D' then cast(substr(patient_age, 1, 3) as integer) / 365
            end""", "study");

    private HoldingStatistics() {}
}
