-- $1: took part before. $2: status or null. $3: limit. $4: the court whose ledger it is. $5: another court that takes part, or null.
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    p.since as place, f.answer_due, f.held_since
from case_court p
join case_file f on f.case_id = p.case_id
where p.court = $4 and p.since < $1
    and f.joined_into is null
    and ($2 is null or f.status = $2)
    and ($5 is null or exists (select 1 from case_court c where c.case_id = f.case_id and c.court = $5))
order by p.since desc
limit $3;
