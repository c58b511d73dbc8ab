-- When the row was last written.
alter table instance add column stored_at timestamptz;
alter table set_aside add column stored_at timestamptz;

-- An index row holds 2,704 bytes at the most, a location may be longer: the digest of one stands for it.
create function location_digest(location text) returns bytea
  language sql immutable strict parallel safe
  as $$ select sha256(convert_to(location, 'UTF8')) $$;

drop index set_aside_present;
drop index set_aside_past;
create unique index set_aside_present on set_aside (source_key, location_digest(source_uri)) where outcome <> 'SUPERSEDED';
create unique index set_aside_past on set_aside (source_key, location_digest(source_uri), location_digest(version), header_digest)
  where outcome = 'SUPERSEDED';
