-- The stored row does what its Then does in memory: null keeps.
insert into leader_standing (
    leader, updated, left_at, away_from, away_until)
values (
    $1, $2, $3, $4, $5)
on conflict (leader) do update set
    updated = excluded.updated,
    left_at = coalesce(excluded.left_at, leader_standing.left_at),
    away_from = coalesce(excluded.away_from, leader_standing.away_from),
    away_until = coalesce(excluded.away_until, leader_standing.away_until);
