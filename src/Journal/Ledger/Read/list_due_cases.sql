-- $1: opened before. $2: status or null. $3: limit. $4, $5: states. $6, $7: first and last day. $8: also first answers without a clock of their own.
-- $9, $10: courts that take part, or null. $11: owner or null. $12: case number or null.
with hit as (
    select case_id from case_clock where state in ($4, $5) and due_on between $6 and $7 and kind <> 'final'
    union
    select case_id from case_file where $8 and answer_due between $6 and $7
)
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    f.opened as place, f.answer_due, f.held_since
from hit
join case_file f on f.case_id = hit.case_id
where f.opened < $1
    and f.joined_into is null
    and ($2 is null or f.status = $2)
    and ($9 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $9))
    and ($10 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $10))
    and ($11 is null or f.owner = $11)
    and ($12 is null or f.case_id in (
        with recursive found (case_id, joined_into) as (
            select case_id, joined_into from case_file where number = $12
            union
            select g.case_id, g.joined_into from found join case_file g on g.case_id = found.joined_into
        )
        select case_id from found))
order by f.opened desc
limit $3;
