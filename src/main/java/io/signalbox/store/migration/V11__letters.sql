-- A letter to several people counts for each of them, not only for the last.
alter table sent_message drop primary key;
alter table sent_message add primary key (run_id, step, contact);
