-- $1: leader. $2: limit. Notices go with the case (W3): those of the cases he owns now, and of cases joined into them. A case is joined into one other, so none comes twice.
with recursive mine (case_id) as (
    select case_id from case_file where owner = $1 and joined_into is null
    union all
    select j.case_id from mine join case_file j on j.joined_into = mine.case_id
)
select n.case_id, n.reception_id, n.channel, n.position
from mine
join notice n on n.case_id = mine.case_id
order by n.position desc
limit $2;
