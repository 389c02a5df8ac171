-- $1: court or null. $2, $3: city days of receipt.
select court, officer,
    count(*),
    count(division),
    count(answered_on)
from complaint
where ($1 is null or court = $1) and city_day between $2 and $3
group by court, officer
order by court, officer;
