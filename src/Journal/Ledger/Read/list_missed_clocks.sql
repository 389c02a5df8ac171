-- $1: one court or null. $2, $3: city days. Limits that ran out, by the day on which they did.
select starts, court, kind, missed, late
from tally_clock
where span = 'd' and starts between $2 and $3 and missed <> 0 and ($1 is null or court = $1)
order by starts, court, kind;
