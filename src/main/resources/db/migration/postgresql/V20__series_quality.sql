-- How sound each CT series is. Reasons and notes are codes, joined by commas; lengths are in mm, along the normal of the slices, and
-- of the largest stack of the series; counts are of all its stacks.
create table series_quality (
  series_instance_uid text collate "C" not null primary key,
  verdict text not null,
  reasons text not null,
  notes text not null,
  slices integer not null,
  localizers integer not null,
  stacks integer not null,
  instance_order text,
  spacing_median double precision,
  spacing_min double precision,
  spacing_max double precision,
  slice_thickness_min double precision,
  slice_thickness_max double precision,
  gaps integer not null,
  missing_slices integer not null,
  repeated_planes integer not null,
  repeated_planes_equal integer not null,
  repeated_planes_different integer not null,
  crowded_planes integer not null,
  missing_numbers integer not null,
  tilt double precision not null,
  run_id text not null,
  checked_at timestamptz not null
);

-- How many instances a run had stored when the series that it changed were last checked.
create table series_quality_run (
  run_id text not null primary key,
  stored bigint not null
);

comment on table series_quality is 'How sound a CT series is. Lengths are in mm along the normal of the slices, and of the largest stack of the series; counts are of all its stacks.';
comment on column series_quality.series_instance_uid is 'SeriesInstanceUID (0020,000E)';
comment on column series_quality.verdict is 'COMPLETE, SUSPECT or BROKEN';
comment on column series_quality.reasons is 'codes of what makes it suspect or broken, separated by commas; empty for none';
comment on column series_quality.notes is 'codes of what is worth knowing and no fault, separated by commas; empty for none';
comment on column series_quality.slices is 'instances of the series, localizers among them';
comment on column series_quality.localizers is 'of these, localizers, which are not checked';
comment on column series_quality.stacks is 'groups of parallel slices that have a spacing of their own';
comment on column series_quality.instance_order is 'ASCENDING, DESCENDING or MIXED: Instance Numbers along the normal; null where they tell nothing';
comment on column series_quality.spacing_median is 'median distance of neighbouring planes, mm';
comment on column series_quality.spacing_min is 'shortest distance of neighbouring planes, mm';
comment on column series_quality.spacing_max is 'longest distance of neighbouring planes, mm';
comment on column series_quality.slice_thickness_min is 'SliceThickness (0018,0050), least, mm';
comment on column series_quality.slice_thickness_max is 'SliceThickness (0018,0050), greatest, mm';
comment on column series_quality.gaps is 'distances of more than one and a half times the median';
comment on column series_quality.missing_slices is 'slices that the gaps have room for';
comment on column series_quality.repeated_planes is 'slices in the place of another slice of their stack';
comment on column series_quality.repeated_planes_equal is 'of these, those with the pixels of the other';
comment on column series_quality.repeated_planes_different is 'of these, those with other pixels';
comment on column series_quality.crowded_planes is 'distances of less than half the median';
comment on column series_quality.missing_numbers is 'Instance Numbers left out between the lowest and the highest';
comment on column series_quality.tilt is 'angle between the normal and the direction in which the slices follow one another, degrees';
comment on column series_quality.run_id is 'run after which it was checked';
comment on column series_quality.checked_at is 'when that was';

comment on table series_quality_run is 'What of a run has been checked.';
comment on column series_quality_run.run_id is 'the run';
comment on column series_quality_run.stored is 'instances that it had stored when the series that it changed were last checked';
