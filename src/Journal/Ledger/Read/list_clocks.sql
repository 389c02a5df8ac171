-- $1: case id.
select clock_id, kind, rule, court, holder, state, started_on, due_on, changed_on
from case_clock
where case_id = $1
order by started_on, clock_id;
