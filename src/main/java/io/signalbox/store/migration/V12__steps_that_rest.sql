-- A step that does not go on holds up no other of its run, so each has a time of its own.
alter table step add column due_at timestamp(3) with time zone;

-- A report may come while its call is still under way, or after its answer got lost: by the key it is found again.
alter table delivery add column idempotency_key varchar(64) default '' not null;
create index delivery_key on delivery (idempotency_key);
