insert into tally_leader (
    leader, year, receptions, first, resolved, provisional, owned, running)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8)
on conflict (leader, year) do update set
    receptions = tally_leader.receptions + excluded.receptions,
    first = tally_leader.first + excluded.first,
    resolved = tally_leader.resolved + excluded.resolved,
    provisional = tally_leader.provisional + excluded.provisional,
    owned = tally_leader.owned + excluded.owned,
    running = tally_leader.running + excluded.running;
