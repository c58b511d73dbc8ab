-- patient, study and series are described by the instance of theirs with the least SOP Instance UID, so that their rows do not
-- depend on the order in which instances arrive.
create table patient (
  patient_id text not null,
  issuer_of_patient_id text not null,
  patient_name text,
  patient_birth_date text,
  patient_sex text,
  patient_identity_removed text,
  described_by text not null,
  primary key (patient_id, issuer_of_patient_id)
);

create table study (
  study_instance_uid text not null primary key,
  patient_id text not null,
  issuer_of_patient_id text not null,
  study_id text,
  study_date text,
  study_time text,
  accession_number text,
  study_description text,
  patient_age text,
  patient_size double precision,
  patient_weight double precision,
  described_by text not null
);
create index study_patient on study (patient_id, issuer_of_patient_id);

create table series (
  series_instance_uid text not null primary key,
  study_instance_uid text,
  modality text,
  series_number integer,
  series_description text,
  series_date text,
  series_time text,
  body_part_examined text,
  laterality text,
  protocol_name text,
  patient_position text,
  manufacturer text,
  manufacturer_model_name text,
  software_versions text,
  frame_of_reference_uid text,
  described_by text not null
);
create index series_study on series (study_instance_uid);

-- source_key is a digest of source_uri, 64 bits: an index on it is a tenth of the size of one on the location itself.
create table set_aside (
  source_key bigint not null,
  source_uri text not null,
  size bigint not null,
  version text not null,
  outcome text not null,
  error_code text,
  error_offset bigint,
  message text,
  sop_instance_uid text,
  series_instance_uid text,
  header_digest text,
  run_id text not null,
  primary key (source_key, source_uri)
);
create index set_aside_instance on set_aside (sop_instance_uid);

create table run (
  run_id text not null primary key,
  sources text not null,
  started_at text not null,
  finished_at text,
  state text not null,
  discovered bigint not null default 0,
  stored bigint not null default 0,
  unchanged bigint not null default 0,
  duplicate bigint not null default 0,
  conflict bigint not null default 0,
  not_dicom bigint not null default 0,
  not_instance bigint not null default 0,
  failed bigint not null default 0,
  bytes_read bigint not null default 0
);

create table run_missing (
  run_id text not null,
  keyword text not null,
  instances bigint not null,
  primary key (run_id, keyword)
);
