-- $1, $2: city days of the first reception. $3: last day of the ending. Of matters that have ended: how long it took.
select r.court, r.city_day, f.ended_on, count(*) as matters
from case_file f
join reception r on r.position = f.first_reception
where f.ended_on between $1 and $3 and f.joined_into is null and f.status in ('provisional', 'resolved', 'terminated', 'handedOver')
    and r.first and r.city_day between $1 and $2
group by r.court, r.city_day, f.ended_on
order by r.court, r.city_day, f.ended_on;
