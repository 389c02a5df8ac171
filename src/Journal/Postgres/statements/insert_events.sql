insert into event (position, stream, version, kind, at, actor, court, payload)
select * from unnest($1::bigint[], $2::text[], $3::integer[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::bytea[])
