-- A flow whose runs kept ending the program: it stays switched on, and what comes in for it waits for a person.
alter table flow add column paused boolean default false not null;
