-- $1: leader. $2: limit.
select case_id, reception_id, channel, position
from notice
where leader = $1
order by position desc
limit $2;
