-- $1: one court or null. $2-$7: days, months, days (DayRanges).
with cell as (
    select court, ratings, stars, satisfied from tally_rating where span = 'd' and starts between $2 and $3
    union all
    select court, ratings, stars, satisfied from tally_rating where span = 'm' and starts between $4 and $5
    union all
    select court, ratings, stars, satisfied from tally_rating where span = 'd' and starts between $6 and $7
)
select court, sum(ratings) as ratings, sum(stars) as stars, sum(satisfied) as satisfied
from cell
where $1 is null or court = $1
group by court
order by court;
