-- $1: leader. $2, $3: city days. $4: limit. The ledger per duty leader (W9).
select r.reception_id, r.case_id, r.number, r.first, r.court, r.channel, r.city_day, r.headcount,
    f.number as case_number, f.status, f.ending_ground, f.opened_on, f.ended_on, f.owner
from reception r
join case_file f on f.case_id = r.case_id
where r.receiver = $1 and r.city_day between $2 and $3
order by r.city_day, r.position
limit $4;
