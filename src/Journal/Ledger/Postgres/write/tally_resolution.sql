insert into tally_resolution (
    span, starts, court, ground, resolved, provisional)
select * from unnest(
    $1, $2, $3, $4, $5, $6)
on conflict (span, starts, court, ground) do update set
    resolved = tally_resolution.resolved + excluded.resolved,
    provisional = tally_resolution.provisional + excluded.provisional;
