insert into schema_step (name) values ($1)
