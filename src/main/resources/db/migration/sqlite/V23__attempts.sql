-- How often an object that FAILED was read in the state of the row.
alter table set_aside add column attempts integer not null default 1;
