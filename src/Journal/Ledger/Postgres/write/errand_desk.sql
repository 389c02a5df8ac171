-- The stored row does what its Then does in memory: null keeps.
insert into errand_desk (
    desk_id, updated, position, court, name, place, officer, officer_since, opened_on, closed_on, reason)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11)
on conflict (desk_id) do update set
    updated = excluded.updated,
    position = coalesce(excluded.position, errand_desk.position),
    court = coalesce(excluded.court, errand_desk.court),
    name = coalesce(excluded.name, errand_desk.name),
    place = coalesce(excluded.place, errand_desk.place),
    officer = coalesce(excluded.officer, errand_desk.officer),
    officer_since = coalesce(excluded.officer_since, errand_desk.officer_since),
    opened_on = coalesce(excluded.opened_on, errand_desk.opened_on),
    closed_on = coalesce(excluded.closed_on, errand_desk.closed_on),
    reason = coalesce(excluded.reason, errand_desk.reason);
