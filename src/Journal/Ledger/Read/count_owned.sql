-- $1: leader. A handful of cells, however many cases.
select coalesce(sum(owned), 0) as owned, coalesce(sum(running), 0) as running
from tally_leader
where leader = $1;
