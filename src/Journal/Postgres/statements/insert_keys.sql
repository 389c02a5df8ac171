insert into data_key (id, subject, city_key, bytes)
select
    unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::bytea[])
