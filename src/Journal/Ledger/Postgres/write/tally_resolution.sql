insert into tally_resolution (
    span, starts, court, ground, resolved, provisional)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6)
on conflict (span, starts, court, ground) do update set
    resolved = tally_resolution.resolved + excluded.resolved,
    provisional = tally_resolution.provisional + excluded.provisional;
