-- $1: opened before. $2: status or null. $3: limit.
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    f.opened as place, f.answer_due, f.held_since
from case_file f
where f.opened < $1
    and f.joined_into is null
    and ($2 is null or f.status = $2)
order by f.opened desc
limit $3;
