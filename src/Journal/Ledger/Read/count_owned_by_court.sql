-- Cases with an owner, by the owner's court: all, running, and how many leaders own a running one.
select owner_court, count(*) as owned,
    count(*) filter (where status in ('pending', 'open', 'reopened')) as running,
    count(distinct case when status in ('pending', 'open', 'reopened') then owner end) as leaders
from case_file
where owner is not null and joined_into is null
group by owner_court
order by owner_court;
