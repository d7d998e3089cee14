create table trigger_clock (
    flow_id varchar(64) not null,
    trigger_node varchar(64) not null,
    settings varchar(4000) not null,
    due_at timestamp(3) with time zone not null,
    failures int not null default 0,
    reason varchar(200) not null default '',
    state varbinary,
    primary key (flow_id, trigger_node)
);
