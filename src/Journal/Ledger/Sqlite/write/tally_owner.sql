insert into tally_owner (
    starts, owner, ground, resolved, provisional)
values (
    $1, $2, $3, $4, $5)
on conflict (starts, owner, ground) do update set
    resolved = tally_owner.resolved + excluded.resolved,
    provisional = tally_owner.provisional + excluded.provisional;
