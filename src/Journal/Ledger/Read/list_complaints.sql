-- $1: court or null. $2, $3: city days of receipt. $4: desk or null. $5: status or null. $6: state of the limit to check, or null.
-- $7: today. $8: last day that is soon. $9: registered before (position). $10: limit.
select complaint_id, status, position, court, desk_id, desk, officer, channel, city_day, division, due_on, checked_on, late, outcome, found,
    answered_on, answered_by
from complaint
where ($1 is null or court = $1) and city_day between $2 and $3 and ($4 is null or desk_id = $4) and ($5 is null or status = $5)
    and ($6 is null or $6 = case
        when late then 'metLate'
        when checked_on is not null then 'met'
        when due_on < $7 then 'overdue'
        when due_on = $7 then 'due'
        when due_on <= $8 then 'dueSoon'
        when due_on > $8 then 'running' end)
    and position < $9
order by position desc
limit $10;
