-- $1, $2: city days.
select unit, city_day, corrections, nil, figures, registered, registered_at, remarks, signer, submitted_at, late
from daily_report
where city_day between $1 and $2
order by city_day, unit;
