-- $1: unit or null. $2: before this position. $3: limit. $4: court that takes part, or null.
select
    a.case_id, a.nr, a.source, a.document_number, a.unit, a.division, a.received_on, a.urgent, a.responsible_leader, a.handler, a.contact,
    a.position, f.number, f.status, f.owner, f.opened_on, f.ended_on, f.held_since
from case_assignment a
join case_file f on f.case_id = a.case_id
where a.position < $2
    and f.joined_into is null
    and ($1 is null or a.unit = $1)
    and ($4 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $4))
order by a.position desc
limit $3;
