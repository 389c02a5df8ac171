insert into case_assignment (
    case_id, nr, position, source, document_number, unit, division, received_on, urgent, responsible_leader, handler, contact)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (case_id, nr) do update set
    source = coalesce(excluded.source, case_assignment.source),
    document_number = coalesce(excluded.document_number, case_assignment.document_number),
    unit = coalesce(excluded.unit, case_assignment.unit),
    division = coalesce(excluded.division, case_assignment.division),
    received_on = coalesce(excluded.received_on, case_assignment.received_on),
    urgent = coalesce(excluded.urgent, case_assignment.urgent),
    responsible_leader = coalesce(excluded.responsible_leader, case_assignment.responsible_leader),
    handler = coalesce(excluded.handler, case_assignment.handler),
    contact = coalesce(excluded.contact, case_assignment.contact);
