-- $1: court or null. $2, $3: city days of the check. $4: today.
select court, register,
    count(*),
    cast(sum(sampled) as bigint),
    cast(sum(agreeing) as bigint),
    cast(sum(missing) as bigint),
    cast(sum(wrong) as bigint),
    cast(sum(entered_late) as bigint),
    cast(sum(unhandled) as bigint),
    cast(sum(incomplete) as bigint),
    cast(sum(other) as bigint),
    count(case when status = 'clean' then 1 end),
    count(case when status in ('rectified', 'passed') and not rectified_late then 1 end),
    count(case when status in ('rectified', 'passed') and rectified_late then 1 end),
    count(case when status = 'open' then 1 end),
    count(case when status = 'open' and due_on < $4 then 1 end)
from on_site_check
where ($1 is null or court = $1) and city_day between $2 and $3
group by court, register
order by court, register;
