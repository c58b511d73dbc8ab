-- What was last found unreadable is asked for again and again while somebody watches. Other rows are not in the index.
create index set_aside_failed on set_aside (stored_at) where outcome = 'FAILED';
