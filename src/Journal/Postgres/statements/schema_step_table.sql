create table if not exists schema_step (name text primary key)
