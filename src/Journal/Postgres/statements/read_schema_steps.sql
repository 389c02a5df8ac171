select name from schema_step
