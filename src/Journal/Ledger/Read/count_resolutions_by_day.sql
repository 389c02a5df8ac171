-- $1: one court or null. $2, $3: city days.
select starts, court, ground, resolved, provisional
from tally_resolution
where span = 'd' and starts between $2 and $3 and ($1 is null or court = $1) and resolved <> 0
order by starts, court, ground;
