-- $1: one court or null.
select count(*)
from alert
where acknowledged_at is null and ($1 is null or unit = $1 or unit like $1 || ':%');
