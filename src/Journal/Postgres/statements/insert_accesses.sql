insert into access (first_at, last_at, actor, court, what, subject, count, packed)
select * from unnest($1::timestamptz[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::bytea[])
