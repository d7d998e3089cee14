-- An event that started nothing says why; one that could not be matched is visible instead of being sent for ever.
alter table event add column state varchar(8) default 'MATCHED' not null;
update event set state = 'NO_MATCH' where not exists (select 1 from run where run.event_id = event.id);

-- fence: raised whenever the run is taken up from the table, so that whoever held it before writes no more.
-- crash_count: how often a process died while it was at work on the run.
-- keyed_as: the run whose keys its calls bear, for a replay that must not be taken for something new.
-- attended: replayed or discarded, no longer on the list of given-up runs.
alter table run add column fence bigint default 0 not null;
alter table run add column crash_count int default 0 not null;
alter table run add column keyed_as uuid;
alter table run add column attended boolean default false not null;

update step set state = 'REFUSED' where state = 'FAILED';

-- Only calls whose outcome is not known, so that the good path never writes here.
create table open_call (
    idempotency_key varchar(26) primary key,
    run_id uuid not null,
    step varchar(200) not null
);

-- What happened to the program itself: clock jumps, waking from sleep, flows stopped by poison.
create table incident (
    id bigint generated always as identity primary key,
    at timestamp(3) with time zone not null,
    kind varchar(32) not null,
    subject varchar(64) not null,
    detail varchar(2000) not null
);
