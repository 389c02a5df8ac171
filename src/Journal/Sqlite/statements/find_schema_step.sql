select 1 from schema_step where name = $name;
