-- Objects that a rule of the user's leaves out.
alter table run add column skipped bigint not null default 0;

-- Oddities of the headers that a run stored, by their codes.
create table run_warning (
  run_id text not null,
  code text not null,
  instances bigint not null,
  primary key (run_id, code)
);

-- The run that last wrote the row. Without an index: what a run changed is a scan, every insert would pay for it otherwise.
alter table instance add column run_id text;

update instance
set warnings = replace(
  replace(warnings, 'TRANSFER_SYNTAX_CONCLUDED', 'TRANSFER_SYNTAX_INFERRED'),
  'CHARACTER_SET_MISSPELT', 'CHARACTER_SET_MISSPELLED')
where warnings like '%TRANSFER_SYNTAX_CONCLUDED%' or warnings like '%CHARACTER_SET_MISSPELT%';
