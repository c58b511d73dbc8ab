-- A location has one present state, and beside it any number of past ones: objects that changed in place leave the digest of
-- what was stored before, with the outcome SUPERSEDED.
alter table set_aside drop constraint set_aside_pkey;
create unique index set_aside_present on set_aside (source_key, source_uri) where outcome <> 'SUPERSEDED';
create unique index set_aside_past on set_aside (source_key, source_uri, version, header_digest) where outcome = 'SUPERSEDED';
