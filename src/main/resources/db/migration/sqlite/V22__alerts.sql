-- What somebody has to know of. An alert is open until resolved_at.
create table alert (
  alert_id text not null primary key,
  condition text not null,
  subject text not null,
  severity text not null,
  opened_at text not null,
  updated_at text not null,
  resolved_at text,
  summary text not null,
  run_id text,
  value double precision,
  threshold double precision,
  owner text not null
);
create unique index alert_open on alert (condition, subject) where resolved_at is null;
create index alert_opened on alert (opened_at);

-- What was told of alerts, or is to be: a channel gets its rows in the order of their numbers, one after the other.
create table alert_delivery (
  delivery_id integer primary key autoincrement,
  alert_id text not null,
  channel text not null,
  message text not null,
  created_at text not null,
  due_at text not null,
  claimed_until text,
  attempts integer not null default 0,
  delivered_at text,
  given_up_at text,
  failure text
);
create index alert_delivery_open on alert_delivery (channel, delivery_id) where delivered_at is null and given_up_at is null;
