insert into command (caller, key, body_hash, status, answer, at)
select
    unnest($1::text[]), unnest($2::text[]), unnest($3::bytea[]), unnest($4::integer[]), unnest($5::bytea[]), unnest($6::timestamptz[])
