-- $1: summons.
select summons_id, case_id, leader, reception_id, court, status, sent_at, answered_at, mode, meeting_at, place, settled_at, escalated_at, position
from summons
where summons_id = $1;
