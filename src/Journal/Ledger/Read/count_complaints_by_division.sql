-- $1: court or null. $2, $3: city days of receipt. $4: today. By the division that a complaint was last with.
select court, division,
    count(*),
    count(case when checked_on is not null and not late then 1 end),
    count(case when late then 1 end),
    count(case when checked_on is null and due_on < $4 then 1 end),
    count(case when outcome in ('founded', 'partlyFounded') then 1 end)
from complaint
where division is not null and ($1 is null or court = $1) and city_day between $2 and $3
group by court, division
order by court, division;
