-- $1: one court or null. $2, $3: first and last city day.
select court, act, detail, count(*) as acts, coalesce(sum(amount), 0) as amount
from case_act
where city_day between $2 and $3 and ($1 is null or court = $1)
group by court, act, detail
order by court, act, detail nulls first;
