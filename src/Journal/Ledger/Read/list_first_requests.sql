-- $1: court or null. $2, $3: city days of receipt. $4: status or null. $5: received before (position). $6: limit.
select request_id, status, position, court, channel, kind, handling, city_day, responsible, register, due_on, done_on, passed_to, case_id, filed
from first_request
where ($1 is null or court = $1) and city_day between $2 and $3 and ($4 is null or status = $4) and position < $5
order by position desc
limit $6;
