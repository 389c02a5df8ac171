-- $1: opened before. $2: status or null. $3: limit. $4: case number. $5, $6: courts that take part, or null. $7: owner or null.
-- A case that was joined into an older one is listed as that one.
with recursive found (case_id, joined_into) as (
    select case_id, joined_into from case_file where number = $4
    union
    select f.case_id, f.joined_into from found join case_file f on f.case_id = found.joined_into
)
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    f.opened as place, f.answer_due, f.held_since
from found
join case_file f on f.case_id = found.case_id
where f.opened < $1
    and f.joined_into is null
    and ($2 is null or f.status = $2)
    and ($5 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $5))
    and ($6 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $6))
    and ($7 is null or f.owner = $7)
order by f.opened desc
limit $3;
