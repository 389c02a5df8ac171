insert into ledger_head (
    id, position, at)
select * from unnest(
    $1, $2, $3)
on conflict (id) do update set position = excluded.position, at = excluded.at;
