-- $1, $2: city days. Matters whose first reception is of these days and that were joined into others since.
select r.court, count(*) as matters
from case_file f
join reception r on r.position = f.first_reception
where f.joined_into is not null and r.first and r.city_day between $1 and $2
group by r.court
order by r.court;
