insert into awaited (
    case_id, kind, position, awaits, court, since)
values (
    $1, $2, $3, $4, $5, $6)
on conflict (case_id, kind) do update set
    position = excluded.position,
    awaits = coalesce(excluded.awaits, awaited.awaits),
    court = coalesce(excluded.court, awaited.court),
    since = coalesce(excluded.since, awaited.since);
