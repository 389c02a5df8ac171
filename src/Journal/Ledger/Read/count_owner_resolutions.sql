-- $1: owner or null. $2, $3: city days.
select owner, ground, sum(resolved) as resolved, sum(provisional) as provisional
from tally_owner
where starts between $2 and $3 and ($1 is null or owner = $1)
group by owner, ground
having sum(resolved) <> 0
order by owner, ground;
