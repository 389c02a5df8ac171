insert into snapshot (stream, version, state, seal) values ($stream, $version, $state, $seal)
on conflict (stream) do update set version = excluded.version, state = excluded.state, seal = excluded.seal;
