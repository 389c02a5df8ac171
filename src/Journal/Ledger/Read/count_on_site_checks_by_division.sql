-- $1: court or null. $2, $3: city days of the check. $4: today. A check of the whole court has no division.
select court, coalesce(division, ''),
    count(*),
    count(case when inspecting <> court then 1 end),
    cast(sum(sampled) as bigint),
    cast(sum(agreeing) as bigint),
    cast(sum(missing + wrong + entered_late + unhandled + incomplete + other) as bigint),
    count(case when status in ('rectified', 'passed') and not rectified_late then 1 end),
    count(case when status in ('rectified', 'passed') and rectified_late then 1 end),
    count(case when status = 'open' then 1 end),
    count(case when status = 'open' and due_on < $4 then 1 end)
from on_site_check
where ($1 is null or court = $1) and city_day between $2 and $3
group by court, coalesce(division, '')
order by court, coalesce(division, '');
