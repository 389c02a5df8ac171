-- $1: court or null. $2, $3: city days of receipt or search. What was routed to an ordinary receiver is nobody's of before.
select court, division, receiver,
    count(case when kind = 'firstTrial' then 1 end),
    count(case when kind = 'firstEnforcement' then 1 end),
    count(case when status = 'disputed' then 1 end),
    count(enforced_fen),
    cast(coalesce(sum(enforced_fen), 0) as bigint)
from routing
where status <> 'withdrawn' and related <> '' and ($1 is null or court = $1) and city_day between $2 and $3
group by court, division, receiver
order by court, division, receiver;
