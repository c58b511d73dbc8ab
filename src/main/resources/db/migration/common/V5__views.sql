-- A patient with what is held of them.
create view patient_overview as
select
  patient.patient_id,
  patient.issuer_of_patient_id,
  patient.patient_name,
  patient.patient_birth_date,
  patient.patient_sex,
  count(distinct study.study_instance_uid) as studies,
  count(series.series_instance_uid) as series,
  coalesce(sum(case when series.modality = 'CT' then 1 else 0 end), 0) as ct_series,
  cast(coalesce(sum(held.instances), 0) as bigint) as instances,
  cast(coalesce(sum(held.bytes), 0) as bigint) as bytes,
  min(study.study_date) as first_study_date,
  max(study.study_date) as last_study_date
from patient
left join study on study.patient_id = patient.patient_id and study.issuer_of_patient_id = patient.issuer_of_patient_id
left join series on series.study_instance_uid = study.study_instance_uid
left join (
  select series_instance_uid, count(*) as instances, sum(size) as bytes from instance group by series_instance_uid
) held on held.series_instance_uid = series.series_instance_uid
group by
  patient.patient_id,
  patient.issuer_of_patient_id,
  patient.patient_name,
  patient.patient_birth_date,
  patient.patient_sex;

-- How the slices of a series lie, in mm along their normal (PS3.3 section C.7.6.2.1.1): the normal is the cross product of the
-- row's and the column's direction, a slice's place is its position's dot product with it. Steps are the distances between
-- neighbouring places. A gap is a step of more than one and a half times the median one. A series with several orientations
-- (a localizer among the slices) has no spacing to speak of. Rounded to 0.001 mm by floor, which both databases do alike.
create view slice_geometry as
with slice as (
  select
    series_instance_uid,
    image_position_x as x,
    image_position_y as y,
    image_position_z as z,
    image_orientation_row_y * image_orientation_column_z - image_orientation_row_z * image_orientation_column_y as normal_x,
    image_orientation_row_z * image_orientation_column_x - image_orientation_row_x * image_orientation_column_z as normal_y,
    image_orientation_row_x * image_orientation_column_y - image_orientation_row_y * image_orientation_column_x as normal_z
  from instance
  where series_instance_uid is not null
    and image_position_x is not null and image_position_y is not null and image_position_z is not null
    and image_orientation_row_x is not null and image_orientation_row_y is not null and image_orientation_row_z is not null
    and image_orientation_column_x is not null and image_orientation_column_y is not null
    and image_orientation_column_z is not null
),
placed as (
  select
    series_instance_uid,
    floor((x * normal_x + y * normal_y + z * normal_z) * 1000 + 0.5) / 1000.0 as place,
    cast(cast(floor(normal_x * 1000 + 0.5) as integer) as text) || '/'
      || cast(cast(floor(normal_y * 1000 + 0.5) as integer) as text) || '/'
      || cast(cast(floor(normal_z * 1000 + 0.5) as integer) as text) as normal
  from slice
),
stack as (
  select
    series_instance_uid,
    count(*) as slices,
    count(distinct normal) as orientations,
    count(distinct place) as places,
    min(place) as first_place,
    max(place) as last_place
  from placed
  group by series_instance_uid
),
step as (
  select
    series_instance_uid,
    floor((place - lag(place) over (partition by series_instance_uid order by place)) * 1000 + 0.5) / 1000.0 as length
  from (select distinct series_instance_uid, place from placed) distinct_place
),
ranked as (
  select
    series_instance_uid,
    length,
    row_number() over (partition by series_instance_uid order by length) as rank,
    count(*) over (partition by series_instance_uid) as steps
  from step
  where length is not null
),
spacing as (
  select
    series_instance_uid,
    min(length) as spacing_min,
    max(length) as spacing_max,
    floor(avg(case when rank in ((steps + 1) / 2, (steps + 2) / 2) then length end) * 10000 + 0.5) / 10000.0 as spacing_median
  from ranked
  group by series_instance_uid
),
gap as (
  select ranked.series_instance_uid, count(*) as gaps
  from ranked
  join spacing on spacing.series_instance_uid = ranked.series_instance_uid
  where ranked.length > 1.5 * spacing.spacing_median
  group by ranked.series_instance_uid
)
select
  stack.series_instance_uid,
  stack.slices,
  stack.orientations,
  stack.slices - stack.places as duplicate_positions,
  coalesce(gap.gaps, 0) as gaps,
  spacing.spacing_min,
  spacing.spacing_median,
  spacing.spacing_max,
  floor((stack.last_place - stack.first_place) * 1000 + 0.5) / 1000.0 as extent
from stack
left join spacing on spacing.series_instance_uid = stack.series_instance_uid
left join gap on gap.series_instance_uid = stack.series_instance_uid;
