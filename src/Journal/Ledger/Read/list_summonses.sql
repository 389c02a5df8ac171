-- $1: leader. $2: limit.
select summons_id, case_id, leader, reception_id, court, status, sent_at, answered_at, mode, meeting_at, place, settled_at, escalated_at, position
from summons
where leader = $1
order by position desc
limit $2;
