-- $1: court or null. $2, $3: city days of receipt or search. $4: kind or null. $5: status or null. $6: state of the limit to route, or null.
-- $7: today. $8: last day that is soon. $9: registered before (position). $10: limit.
select routing_id, status, position, court, kind, ground, case_number, city_day, due_on, routed_on, late, related,
    receiver, division, object_until, objections, missed, granted, refused, settled, enforced_fen, enforced_on
from routing
where ($1 is null or court = $1) and city_day between $2 and $3 and ($4 is null or kind = $4) and ($5 is null or status = $5)
    and ($6 is null or $6 = case
        when status = 'withdrawn' then ''
        when late then 'metLate'
        when routed_on is not null then 'met'
        when due_on < $7 then 'overdue'
        when due_on = $7 then 'due'
        when due_on <= $8 then 'dueSoon'
        else 'running' end)
    and position < $9
order by position desc
limit $10;
