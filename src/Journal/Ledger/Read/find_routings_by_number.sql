-- $1: court. $2: case number, of the matter itself or of what it is related to. $3: limit.
select routing_id, status, position, court, kind, ground, case_number, city_day, due_on, routed_on, late, related,
    receiver, division, object_until, objections, missed, granted, refused, settled, enforced_fen, enforced_on
from routing
where court = $1 and (case_number = $2 or related = $2)
order by position desc
limit $3;
