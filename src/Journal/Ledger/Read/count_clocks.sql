-- $1: one court or null. $2-$7: days, months, days; $8, $9: whether the days are added or taken away (DayRanges).
with cell as (
    select $8 as sign, court, kind, met, late, missed
    from tally_clock where span = 'd' and starts between $2 and $3
    union all
    select 1 as sign, court, kind, met, late, missed
    from tally_clock where span = 'm' and starts between $4 and $5
    union all
    select $9 as sign, court, kind, met, late, missed
    from tally_clock where span = 'd' and starts between $6 and $7
)
select court, kind, sum(sign * met) as met, sum(sign * late) as late, sum(sign * missed) as missed
from cell
where $1 is null or court = $1
group by court, kind
having sum(sign * met) <> 0 or sum(sign * late) <> 0 or sum(sign * missed) <> 0
order by court, kind;
