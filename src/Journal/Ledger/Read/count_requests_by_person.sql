-- $1: court or null. $2, $3: city days of receipt. $4: today.
select court, responsible,
    count(*),
    count(case when handling = 'onTheSpot' then 1 end),
    count(case when done_on <= due_on then 1 end),
    count(case when done_on > due_on then 1 end),
    count(case when status = 'entered' then 1 end),
    count(case when status = 'open' then 1 end),
    count(case when status = 'open' and due_on < $4 then 1 end),
    count(case when done_on is not null and due_on is null and handling <> 'onTheSpot' then 1 end)
from first_request
where ($1 is null or court = $1) and city_day between $2 and $3
group by court, responsible
order by court, responsible;
