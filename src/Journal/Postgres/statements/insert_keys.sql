insert into data_key (id, subject, city_key, bytes)
select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
