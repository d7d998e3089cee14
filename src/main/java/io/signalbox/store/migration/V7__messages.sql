-- The message templates of an account as its service listed them last.
create table template_shelf (
    account varchar(64) primary key,
    fetched_at timestamp(3) with time zone not null,
    content clob not null
);

-- What a service reported of a message after it had accepted it, by the service's own id.
create table delivery (
    external_id varchar(500) primary key,
    state varchar(10) not null,
    at timestamp(3) with time zone not null,
    reason varchar(64) not null,
    detail varchar(2000) not null
);
create index delivery_age on delivery (at);
