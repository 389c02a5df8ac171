-- $1: receiver. $2: city day.
select r.reception_id, r.case_id, f.number, r.court, r.channel, r.number, r.first, r.headcount, r.collective, r.occurred_at, f.status
from reception r
join case_file f on f.case_id = r.case_id
where r.receiver = $1 and r.city_day = $2
order by r.position;
