-- The stored row does what its Then does in memory: null keeps.
insert into routing (
    routing_id, updated, status, position, court, kind, ground, case_number, city_day, due_on, routed_on, late,
    related, receiver, division, object_until, objections, missed, granted, refused, settled, enforced_fen, enforced_on)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11), unnest($12),
    unnest($13), unnest($14), unnest($15), unnest($16), unnest($17), unnest($18),
    unnest($19), unnest($20), unnest($21), unnest($22), unnest($23)
on conflict (routing_id) do update set
    updated = excluded.updated,
    status = coalesce(excluded.status, routing.status),
    position = coalesce(excluded.position, routing.position),
    court = coalesce(excluded.court, routing.court),
    kind = coalesce(excluded.kind, routing.kind),
    ground = coalesce(excluded.ground, routing.ground),
    case_number = coalesce(excluded.case_number, routing.case_number),
    city_day = coalesce(excluded.city_day, routing.city_day),
    due_on = coalesce(excluded.due_on, routing.due_on),
    routed_on = coalesce(excluded.routed_on, routing.routed_on),
    late = coalesce(excluded.late, routing.late),
    related = coalesce(excluded.related, routing.related),
    receiver = coalesce(excluded.receiver, routing.receiver),
    division = coalesce(excluded.division, routing.division),
    object_until = coalesce(excluded.object_until, routing.object_until),
    objections = coalesce(excluded.objections, routing.objections),
    missed = coalesce(excluded.missed, routing.missed),
    granted = coalesce(excluded.granted, routing.granted),
    refused = coalesce(excluded.refused, routing.refused),
    settled = coalesce(excluded.settled, routing.settled),
    enforced_fen = coalesce(excluded.enforced_fen, routing.enforced_fen),
    enforced_on = coalesce(excluded.enforced_on, routing.enforced_on);
