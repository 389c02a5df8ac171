-- The stored row does what its Then does in memory: null keeps.
insert into errand_desk (
    desk_id, updated, position, court, name, place, officer, officer_since, opened_on, closed_on, reason)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
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
