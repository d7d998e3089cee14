-- Which run sent the message that a service reports about: the key is written down before the message goes out, the
-- service's own id only afterwards, when the first report may be here already.
create index step_key on step (idempotency_key);
