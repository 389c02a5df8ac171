insert into paper (id, content) values ($1, $2) on conflict (id) do nothing
