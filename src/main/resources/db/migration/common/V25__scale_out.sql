-- Objects that a discoverer has handed over to workers, by a topic: outcome PUBLISHED of its run.
alter table run add column published bigint not null default 0;

-- How far each partition of a topic has its outcomes here, told in the transaction of the outcomes.
create table topic_partition (
  topic text not null,
  partition_number integer not null,
  first_offset bigint not null,
  next_offset bigint not null,
  records bigint not null,
  primary key (topic, partition_number)
);

-- All workers and all discoverers together. What was taken more often than it was delivered was taken again after a kill or a rebalance.
create view scale_out as
select
  (select cast(coalesce(sum(published), 0) as bigint) from run) as published,
  delivered.records as delivered,
  taken.objects as taken,
  taken.objects - delivered.records as redelivered,
  delivered.missing as missing
from
  (select
    cast(coalesce(sum(records), 0) as bigint) as records,
    cast(coalesce(sum(next_offset - first_offset - records), 0) as bigint) as missing
  from topic_partition) delivered,
  (select cast(coalesce(sum(discovered), 0) as bigint) as objects from run where sources like 'kafka:%') taken;
