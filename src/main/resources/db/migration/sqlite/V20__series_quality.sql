-- How sound each CT series is. Reasons and notes are codes, joined by commas; lengths are in mm, along the normal of the slices, and
-- of the largest stack of the series; counts are of all its stacks.
create table series_quality (
  series_instance_uid text not null primary key,
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
  checked_at text not null
);

-- How many instances a run had stored when the series that it changed were last checked.
create table series_quality_run (
  run_id text not null primary key,
  stored bigint not null
);
