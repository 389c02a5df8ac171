insert into event (position, stream, version, kind, at, actor, court, payload)
select
    unnest($1::bigint[]), unnest($2::text[]), unnest($3::integer[]), unnest($4::text[]), unnest($5::timestamptz[]), unnest($6::text[]),
    unnest($7::text[]), unnest($8::bytea[])
