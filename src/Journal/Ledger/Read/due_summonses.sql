-- $1: what is watched. $2: until when. $3: limit.
select summons_id, case_id, leader, reception_id, court, status, sent_at, answered_at, mode, meeting_at, place, settled_at, escalated_at, position
from summons
where watched = $1 and watched_at <= $2
order by watched_at, summons_id
limit $3;
