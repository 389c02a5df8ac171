insert into tally_leader (
    leader, year, receptions, first, resolved, provisional, owned, running)
values (
    $1, $2, $3, $4, $5, $6, $7, $8)
on conflict (leader, year) do update set
    receptions = tally_leader.receptions + excluded.receptions,
    first = tally_leader.first + excluded.first,
    resolved = tally_leader.resolved + excluded.resolved,
    provisional = tally_leader.provisional + excluded.provisional,
    owned = tally_leader.owned + excluded.owned,
    running = tally_leader.running + excluded.running;
