-- $1: leader.
select count(*) as owned, count(*) filter (where status in ('pending', 'open', 'reopened')) as running
from case_file
where owner = $1 and joined_into is null;
