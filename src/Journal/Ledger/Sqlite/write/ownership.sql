-- The stored row does what its Then does in memory: null keeps.
insert into ownership (
    case_id, updated, since, first_receiver, first_reception_on, vacant, vacant_since, reminded_at)
values (
    $1, $2, $3, $4, $5, $6, $7, $8)
on conflict (case_id) do update set
    updated = excluded.updated,
    since = coalesce(excluded.since, ownership.since),
    first_receiver = coalesce(ownership.first_receiver, excluded.first_receiver),
    first_reception_on = coalesce(ownership.first_reception_on, excluded.first_reception_on),
    vacant = coalesce(excluded.vacant, ownership.vacant),
    vacant_since = coalesce(excluded.vacant_since, ownership.vacant_since),
    reminded_at = coalesce(excluded.reminded_at, ownership.reminded_at);
