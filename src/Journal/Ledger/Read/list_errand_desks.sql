-- $1: court or null.
select desk_id, court, name, place, officer, officer_since, opened_on, closed_on, reason
from errand_desk
where $1 is null or court = $1
order by position;
