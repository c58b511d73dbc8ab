-- UIDs sort by their bytes, whatever language the database speaks: the order of writers' locks and the instance that describes
-- a series follow it, here as in SQLite.
alter table patient
  alter column patient_id type text collate "C",
  alter column issuer_of_patient_id type text collate "C",
  alter column described_by type text collate "C";
alter table study
  alter column study_instance_uid type text collate "C",
  alter column patient_id type text collate "C",
  alter column issuer_of_patient_id type text collate "C",
  alter column described_by type text collate "C";
alter table series
  alter column series_instance_uid type text collate "C",
  alter column study_instance_uid type text collate "C",
  alter column described_by type text collate "C";
alter table set_aside
  alter column sop_instance_uid type text collate "C",
  alter column series_instance_uid type text collate "C";

-- The SOP Instance UID is the primary key and the partition key: it stays unique across all partitions.
create table instance (
  sop_instance_uid text collate "C" not null primary key,
  series_instance_uid text collate "C",
  source_key bigint not null,
  source_uri text not null,
  size bigint not null,
  version text not null,
  header_digest text not null,
  transfer_syntax_uid text not null,
  warnings text,
  extra jsonb,
  sop_class_uid text,
  instance_number integer,
  acquisition_number integer,
  image_type text,
  acquisition_date text,
  acquisition_time text,
  content_date text,
  content_time text,
  slice_thickness double precision,
  spacing_between_slices double precision,
  pixel_spacing_row double precision,
  pixel_spacing_column double precision,
  kvp double precision,
  convolution_kernel text,
  x_ray_tube_current double precision,
  exposure double precision,
  exposure_time double precision,
  gantry_detector_tilt double precision,
  spiral_pitch_factor double precision,
  reconstruction_diameter double precision,
  image_position_x double precision,
  image_position_y double precision,
  image_position_z double precision,
  image_orientation_row_x double precision,
  image_orientation_row_y double precision,
  image_orientation_row_z double precision,
  image_orientation_column_x double precision,
  image_orientation_column_y double precision,
  image_orientation_column_z double precision,
  slice_location double precision,
  number_of_frames integer,
  rows integer,
  columns integer,
  samples_per_pixel integer,
  photometric_interpretation text,
  bits_allocated integer,
  bits_stored integer,
  high_bit integer,
  pixel_representation integer,
  rescale_intercept double precision,
  rescale_slope double precision,
  window_center double precision,
  window_width double precision,
  lossy_image_compression text
) partition by hash (sop_instance_uid);
create table instance_0 partition of instance for values with (modulus 4, remainder 0);
create table instance_1 partition of instance for values with (modulus 4, remainder 1);
create table instance_2 partition of instance for values with (modulus 4, remainder 2);
create table instance_3 partition of instance for values with (modulus 4, remainder 3);
create index instance_series on instance (series_instance_uid);
create index instance_source on instance (source_key);
