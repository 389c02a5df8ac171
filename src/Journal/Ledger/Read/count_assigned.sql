-- $1, $2: city days. Assigned cases by the unit they are with (J5); a case that was sent on is with its latest unit.
with latest as (
    select case_id, max(nr) as nr from case_assignment group by case_id
), overdue as (
    select distinct case_id from case_clock where state = 'overdue' and kind in ('enter', 'meet', 'progress', 'close')
)
select a.unit,
    count(case when a.nr = l.nr and f.joined_into is null then 1 end) as assigned,
    count(case when a.nr = l.nr and f.joined_into is null and f.status in ('pending', 'open', 'reopened') then 1 end) as running,
    count(case when a.nr = l.nr and f.joined_into is null and o.case_id is not null then 1 end) as overdue,
    count(case when a.received_on between $1 and $2 then 1 end) as received,
    count(case when a.received_on between $1 and $2 and a.urgent then 1 end) as urgent
from case_assignment a
join latest l on l.case_id = a.case_id
join case_file f on f.case_id = a.case_id
left join overdue o on o.case_id = a.case_id
group by a.unit
order by a.unit;
