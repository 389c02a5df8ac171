insert into access (first_at, last_at, actor, court, what, subject, count, packed)
select
    unnest($1::timestamptz[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[]), unnest($5::text[]), unnest($6::text[]),
    unnest($7::integer[]), unnest($8::bytea[])
