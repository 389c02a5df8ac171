-- $1: case number in normal form. A case joined into an older one is followed to it.
with recursive found (case_id, joined_into, place) as (
    select case_id, joined_into, opened from case_file where number = $1
    union
    select f.case_id, f.joined_into, found.place from found join case_file f on f.case_id = found.joined_into
)
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    min(found.place) as place, f.answer_due, f.held_since
from found
join case_file f on f.case_id = found.case_id
where f.joined_into is null
group by f.case_id
order by min(found.place), f.case_id;
