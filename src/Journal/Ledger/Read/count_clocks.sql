-- $1: one court or null. $2-$7: days, months, days (DayRanges).
with cell as (
    select court, kind, met, late, missed from tally_clock where span = 'd' and starts between $2 and $3
    union all
    select court, kind, met, late, missed from tally_clock where span = 'm' and starts between $4 and $5
    union all
    select court, kind, met, late, missed from tally_clock where span = 'd' and starts between $6 and $7
)
select court, kind, sum(met) as met, sum(late) as late, sum(missed) as missed
from cell
where $1 is null or court = $1
group by court, kind
order by court, kind;
