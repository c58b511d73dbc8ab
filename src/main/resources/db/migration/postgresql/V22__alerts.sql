create table alert (
  alert_id text not null primary key,
  condition text not null,
  subject text not null,
  severity text not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  resolved_at timestamptz,
  summary text not null,
  run_id text,
  value double precision,
  threshold double precision,
  owner text not null
);
create unique index alert_open on alert (condition, subject) where resolved_at is null;
create index alert_opened on alert (opened_at);

comment on table alert is 'What somebody has to know of. Of each condition and subject, one alert is open at most.';
comment on column alert.alert_id is 'names the alert';
comment on column alert.condition is 'what is wrong: a stable code';
comment on column alert.subject is 'with what: a source, the database, a folder';
comment on column alert.severity is 'critical, error or warning';
comment on column alert.opened_at is 'when it was found';
comment on column alert.updated_at is 'when it was last found to go on';
comment on column alert.resolved_at is 'when it was found to be over; null while it goes on';
comment on column alert.summary is 'in words, without any value of an object';
comment on column alert.run_id is 'the run that showed it; null where none did';
comment on column alert.value is 'what was measured; null where nothing is';
comment on column alert.threshold is 'what it is measured by; null where nothing is';
comment on column alert.owner is 'the process that watches it';

create table alert_delivery (
  delivery_id bigint generated always as identity primary key,
  alert_id text not null,
  channel text not null,
  message text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  claimed_until timestamptz,
  attempts integer not null default 0,
  delivered_at timestamptz,
  given_up_at timestamptz,
  failure text
);
create index alert_delivery_open on alert_delivery (channel, delivery_id) where delivered_at is null and given_up_at is null;

comment on table alert_delivery is 'What was told of alerts, or is to be: each channel gets its rows in their order, one after the other.';
comment on column alert_delivery.delivery_id is 'the order within a channel';
comment on column alert_delivery.alert_id is 'the alert that it tells of';
comment on column alert_delivery.channel is 'who is told: slack, pagerduty, webhook or mail';
comment on column alert_delivery.message is 'what is told, as JSON';
comment on column alert_delivery.created_at is 'when there was something to tell';
comment on column alert_delivery.due_at is 'when the next attempt is due';
comment on column alert_delivery.claimed_until is 'until when a process has the attempt for itself';
comment on column alert_delivery.attempts is 'attempts so far';
comment on column alert_delivery.delivered_at is 'when the receiver took it; null until then';
comment on column alert_delivery.given_up_at is 'when no further attempt was worth it; null as a rule';
comment on column alert_delivery.failure is 'why the last attempt failed';
