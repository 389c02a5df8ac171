-- $1: opened before. $2: status or null. $3: limit. $4: owner. $5, $6: courts that take part, or null.
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    f.opened as place, f.answer_due, f.held_since
from case_file f
where f.owner = $4 and f.opened < $1
    and f.joined_into is null
    and ($2 is null or f.status = $2)
    and ($5 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $5))
    and ($6 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $6))
order by f.opened desc
limit $3;
