-- Cases with a clock that ran out and was not noted yet. $1: court. $2: today. $3, $4: last day and case of the page before. $5: limit.
with ran_out as (
    select case_id, due_on from case_clock where state = 'running' and due_on < $2 and court = $1
    union all
    select case_id, answer_due from case_file where answer_due < $2 and court = $1
),
earliest as (
    select case_id, min(due_on) as due_on from ran_out group by case_id
)
select e.case_id, e.due_on
from earliest e
join case_file f on f.case_id = e.case_id
where f.joined_into is null
    and (e.due_on > $3 or (e.due_on = $3 and e.case_id > $4))
order by e.due_on, e.case_id
limit $5;
