-- A schema of its own: the application's user may read and add here, and neither change nor delete.
create schema audit;

create table audit.entry (
    number bigint primary key,
    at timestamp(3) with time zone not null,
    actor varchar(210) not null,
    action varchar(64) not null,
    subject varchar(200) not null,
    before_hash varchar(64) not null,
    after_hash varchar(64) not null,
    hash binary(32) not null
);

create index run_flow on run (flow_id, id);

-- The ledger counts events by state without reading their long rows.
create index event_state on event (state, id);
