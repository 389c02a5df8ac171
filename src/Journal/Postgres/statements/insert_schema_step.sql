insert into schema_step (name) values ($1) on conflict do nothing
