-- $1: one court or null. $2-$7: days, months, days; $8, $9: whether the days are added or taken away (DayRanges).
with cell as (
    select $8 as sign, court, ratings, stars, satisfied
    from tally_rating where span = 'd' and starts between $2 and $3
    union all
    select 1 as sign, court, ratings, stars, satisfied
    from tally_rating where span = 'm' and starts between $4 and $5
    union all
    select $9 as sign, court, ratings, stars, satisfied
    from tally_rating where span = 'd' and starts between $6 and $7
)
select court, sum(sign * ratings) as ratings, sum(sign * stars) as stars, sum(sign * satisfied) as satisfied
from cell
where $1 is null or court = $1
group by court
having sum(sign * ratings) <> 0
order by court;
