-- Leaders who own cases: how many, and how many of them run. A cell per leader and year is read, never a case.
select leader, sum(owned) as owned, sum(running) as running
from tally_leader
group by leader
having sum(owned) <> 0
order by leader;
