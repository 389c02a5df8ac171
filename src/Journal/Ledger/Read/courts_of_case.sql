-- $1: case id. Courts of the cases that were joined into it take part too.
with recursive joined (case_id) as (
    select case_id from case_file where case_id = $1
    union
    select f.case_id from joined join case_file f on f.joined_into = joined.case_id
)
select c.court
from joined
join case_court c on c.case_id = joined.case_id
group by c.court
order by min(c.since), c.court;
