-- $1: court or null. $2: court that is checked or checks, or null. $3, $4: city days of the check. $5: status or null.
-- $6: today, for those only that are overdue; else null. $7: recorded before (position). $8: limit.
select check_id, status, position, court, inspecting, division, register, city_day, shown, sampled, agreeing,
    missing, wrong, entered_late, unhandled, incomplete, other, due_on, rectified_on, rectified_late, passed_on
from on_site_check
where ($1 is null or court = $1) and ($2 is null or court = $2 or inspecting = $2) and city_day between $3 and $4
    and ($5 is null or status = $5) and ($6 is null or (status = 'open' and due_on < $6)) and position < $7
order by position desc
limit $8;
