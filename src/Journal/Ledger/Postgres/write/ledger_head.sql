insert into ledger_head (
    id, position, at)
select
    unnest($1), unnest($2), unnest($3)
on conflict (id) do update set position = excluded.position, at = excluded.at;
