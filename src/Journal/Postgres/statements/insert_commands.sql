insert into command (caller, key, body_hash, status, answer, at)
select * from unnest($1::text[], $2::text[], $3::bytea[], $4::integer[], $5::bytea[], $6::timestamptz[])
