-- When the row was last written, as 2000-01-31T14:05:06Z.
alter table instance add column stored_at text;
alter table set_aside add column stored_at text;
