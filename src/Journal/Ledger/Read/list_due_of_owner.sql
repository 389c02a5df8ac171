-- $1: owner. $2: last day to look ahead to. $3: limit.
select c.case_id, c.clock_id, c.kind, c.rule, c.due_on
from case_clock c
join case_file f on f.case_id = c.case_id
where c.state in ('running', 'overdue') and c.due_on <= $2 and c.kind <> 'final'
    and f.owner = $1 and f.joined_into is null
union all
select f.case_id, 'answer-1', 'answer', 'G1', f.answer_due
from case_file f
where f.answer_due <= $2 and f.owner = $1 and f.joined_into is null
order by 5, 1, 2
limit $3;
