-- A location has one present state, and beside it any number of past ones: objects that changed in place leave the digest of
-- what was stored before, with the outcome SUPERSEDED. SQLite cannot drop a primary key, so the table is made anew.
drop index set_aside_instance;
alter table set_aside rename to set_aside_before;

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
  run_id text not null
);
insert into set_aside (source_key, source_uri, size, version, outcome, error_code, error_offset, message, sop_instance_uid,
  series_instance_uid, header_digest, run_id)
select source_key, source_uri, size, version, outcome, error_code, error_offset, message, sop_instance_uid,
  series_instance_uid, header_digest, run_id
from set_aside_before;
drop table set_aside_before;

create unique index set_aside_present on set_aside (source_key, source_uri) where outcome <> 'SUPERSEDED';
create unique index set_aside_past on set_aside (source_key, source_uri, version, header_digest) where outcome = 'SUPERSEDED';
create index set_aside_instance on set_aside (sop_instance_uid);
