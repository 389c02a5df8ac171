insert into snapshot (stream, version, state, seal)
select
    unnest($1::text[]), unnest($2::integer[]), unnest($3::bytea[]), unnest($4::bytea[])
on conflict (stream) do update set version = excluded.version, state = excluded.state, seal = excluded.seal
