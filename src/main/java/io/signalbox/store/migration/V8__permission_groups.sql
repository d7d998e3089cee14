-- What connections may do at their service, by the name their connection gives. Permissions as `module:action`, one
-- space between two.
create table permission_group (
    name varchar(100) primary key,
    description varchar(1000) not null,
    permissions varchar(4000) not null
);
