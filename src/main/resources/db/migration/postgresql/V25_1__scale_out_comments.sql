comment on column run.published is 'of these, handed over to workers, by a topic';
comment on table topic_partition is 'How far each partition of a topic has its outcomes in the database.';
comment on column topic_partition.topic is 'name of the topic';
comment on column topic_partition.partition_number is 'number of the partition, from 0';
comment on column topic_partition.first_offset is 'offset of the first record that was delivered';
comment on column topic_partition.next_offset is 'offset after the last record whose outcome is in the database';
comment on column topic_partition.records is 'records whose outcomes are in the database, each counted once';
comment on view scale_out is 'Whether the totals of all discoverers and workers balance.';
