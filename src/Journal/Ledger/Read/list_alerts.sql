-- $1, $2: city days. $3: only those nobody has acknowledged. $4: one court or null. $5: raised before. $6: limit.
select alert_id, unit, city_day, raised, kind, case_id, reception_id, place, headcount, words, occurred_at, raised_by, raised_at, acknowledged_by, acknowledged_at
from alert
where city_day between $1 and $2 and (not $3 or acknowledged_at is null)
    and ($4 is null or unit = $4 or unit like $4 || ':%')
    and raised < $5
order by raised desc
limit $6;
