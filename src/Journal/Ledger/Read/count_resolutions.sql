-- $1: one court or null. $2-$7: days, months, days; $8, $9: whether the days are added or taken away (DayRanges).
with cell as (
    select $8 as sign, court, ground, resolved, provisional
    from tally_resolution where span = 'd' and starts between $2 and $3
    union all
    select 1 as sign, court, ground, resolved, provisional
    from tally_resolution where span = 'm' and starts between $4 and $5
    union all
    select $9 as sign, court, ground, resolved, provisional
    from tally_resolution where span = 'd' and starts between $6 and $7
)
select court, ground, sum(sign * resolved) as resolved, sum(sign * provisional) as provisional
from cell
where $1 is null or court = $1
group by court, ground
having sum(sign * resolved) <> 0
order by court, ground;
