-- What became of a row's payload: it is there, or when it was removed.
alter table event add column removed_at timestamp(3) with time zone;

-- What the ledger still counts of events that are gone: one row.
create table removed (
    one boolean primary key check (one),
    accepted bigint not null,
    sent bigint not null,
    suppressed bigint not null,
    failed bigint not null,
    messages bigint not null,
    runs bigint not null
);
insert into removed values (true, 0, 0, 0, 0, 0, 0);

create index incident_age on incident (at);
