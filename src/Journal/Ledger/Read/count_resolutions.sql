-- $1: one court or null. $2-$7: days, months, days (DayRanges).
with cell as (
    select court, ground, resolved, provisional from tally_resolution where span = 'd' and starts between $2 and $3
    union all
    select court, ground, resolved, provisional from tally_resolution where span = 'm' and starts between $4 and $5
    union all
    select court, ground, resolved, provisional from tally_resolution where span = 'd' and starts between $6 and $7
)
select court, ground, sum(resolved) as resolved, sum(provisional) as provisional
from cell
where $1 is null or court = $1
group by court, ground
having sum(resolved) <> 0
order by court, ground;
