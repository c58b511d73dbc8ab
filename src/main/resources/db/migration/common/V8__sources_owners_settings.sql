-- Each column of patient, study and series holds the value of the instance of theirs with the least SOP Instance UID that has one.
-- described_by is the least of all. Where a value is of another instance, value_sources names that, by column, as a JSON object.
alter table patient add column value_sources text;
alter table study add column value_sources text;
alter table series add column value_sources text;

-- The process that works on a run, and when it last gave a sign of life.
alter table run add column owner text;
alter table run add column heartbeat_at text;

-- What holds for all rows of the database.
create table database_setting (
  name text not null primary key,
  value text not null
);
