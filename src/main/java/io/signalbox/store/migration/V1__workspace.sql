create table flow (
    id varchar(64) primary key,
    revision bigint not null,
    content clob not null,
    saved_at timestamp(3) with time zone not null,
    live_version bigint
);

create table flow_version (
    flow_id varchar(64) not null,
    number bigint not null,
    identity char(64) not null,
    content clob not null,
    made_at timestamp(3) with time zone not null,
    primary key (flow_id, number)
);

create table event (
    id uuid primary key,
    received_at timestamp(3) with time zone not null,
    type varchar(1000) not null,
    body varbinary not null
);

-- Who sent what is told apart by the hash of the sender's identity: senders may write long ones.
create table event_identity (
    hash binary(32) primary key,
    event_id uuid not null,
    received_at timestamp(3) with time zone not null
);
create index event_identity_age on event_identity (received_at);

create table run (
    id uuid primary key,
    event_id uuid not null,
    flow_id varchar(64) not null,
    version bigint not null,
    trigger_node varchar(64) not null,
    subject varchar(200) not null,
    state varchar(10) not null,
    due_at timestamp(3) with time zone,
    messages int not null default 0,
    reason varchar(64) not null default '',
    detail varchar(2000) not null default '',
    started_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone,
    unique (event_id, flow_id)
);
create index run_state on run (state, due_at);

create table step (
    run_id uuid not null,
    step varchar(200) not null,
    state varchar(10) not null,
    attempt int not null default 0,
    idempotency_key varchar(26) not null default '',
    request varbinary,
    output varbinary,
    external_id varchar(500) not null default '',
    reason varchar(64) not null default '',
    detail varchar(2000) not null default '',
    possible_duplicate boolean not null default false,
    primary key (run_id, step)
);

create table account (
    name varchar(64) primary key,
    type varchar(64) not null,
    fields clob not null,
    enabled boolean not null
);

create table secret (
    account varchar(64) not null,
    field varchar(64) not null,
    sealed varbinary(16384) not null,
    primary key (account, field)
);

create table token (
    name varchar(200) primary key,
    hash binary(32) not null unique,
    scopes varchar(500) not null,
    ending char(4) not null,
    created_at timestamp(3) with time zone not null
);

create table contact (
    digits varchar(20) primary key,
    heard_at timestamp(3) with time zone not null,
    opted_out boolean not null
);

create table setting (
    name varchar(100) primary key,
    content varchar(10000) not null
);
