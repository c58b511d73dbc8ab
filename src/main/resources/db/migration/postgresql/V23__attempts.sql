alter table set_aside add column attempts integer not null default 1;
comment on column set_aside.attempts is 'of a FAILED object: times that it was read in the state of the row';
