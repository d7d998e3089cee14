-- Numbers in the clear; SqlContacts moves them under their hash, which only the workspace's key can make.
alter table contact rename to contact_v1;

create table contact (
    id varchar(26) primary key,
    masked varchar(300) not null,
    heard_at timestamp(3) with time zone
);

-- Lines are only ever added, and erased together with the person.
create table consent (
    line bigint generated always as identity primary key,
    contact varchar(26) not null,
    said_at timestamp(3) with time zone not null,
    state varchar(10) not null,
    how varchar(200) not null,
    by_whom varchar(200) not null
);
create index consent_contact on consent (contact, line);

-- Who got how much on which day; written only while a daily cap is set.
create table sent_message (
    run_id uuid not null,
    step varchar(200) not null,
    contact varchar(26) not null,
    sent_on date not null,
    primary key (run_id, step)
);
create index sent_message_day on sent_message (contact, sent_on);
create index sent_message_age on sent_message (sent_on);
