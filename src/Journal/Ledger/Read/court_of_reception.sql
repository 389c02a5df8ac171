-- $1: reception. Newest first, without an index of its own: what is asked for has usually just been registered.
select court
from reception
where reception_id = $1
order by position desc
limit 1;
