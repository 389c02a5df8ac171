-- The stored row does what its Then does in memory: null keeps.
insert into first_request (
    request_id, updated, status, position, court, channel, kind, handling, city_day, responsible, register, due_on, done_on, passed_to, case_id, filed)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11), unnest($12),
    unnest($13), unnest($14), unnest($15), unnest($16)
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
