-- The stored row does what its Then does in memory: null keeps.
insert into first_request (
    request_id, updated, status, position, court, channel, kind, handling, city_day, responsible, register, due_on, done_on, passed_to, case_id, filed)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict (request_id) do update set
    updated = excluded.updated,
    status = coalesce(excluded.status, first_request.status),
    position = coalesce(excluded.position, first_request.position),
    court = coalesce(excluded.court, first_request.court),
    channel = coalesce(excluded.channel, first_request.channel),
    kind = coalesce(excluded.kind, first_request.kind),
    handling = coalesce(excluded.handling, first_request.handling),
    city_day = coalesce(excluded.city_day, first_request.city_day),
    responsible = coalesce(excluded.responsible, first_request.responsible),
    register = coalesce(excluded.register, first_request.register),
    due_on = coalesce(excluded.due_on, first_request.due_on),
    done_on = coalesce(excluded.done_on, first_request.done_on),
    passed_to = coalesce(excluded.passed_to, first_request.passed_to),
    case_id = coalesce(excluded.case_id, first_request.case_id),
    filed = coalesce(excluded.filed, first_request.filed);
