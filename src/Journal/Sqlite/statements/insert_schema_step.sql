insert into schema_step (name) values ($name);
