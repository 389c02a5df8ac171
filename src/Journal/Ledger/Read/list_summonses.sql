-- $1: leader. $2: limit.
select summons_id, case_id, reception_id, court, status, sent_at
from summons
where leader = $1
order by position desc
limit $2;
