insert or ignore into schema_step (name) values ($name);
