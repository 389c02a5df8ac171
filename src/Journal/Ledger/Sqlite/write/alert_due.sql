insert into alert_due (
    position, reception_id, case_id, court, unit, city_day, kind)
values (
    $1, $2, $3, $4, $5, $6, $7)
on conflict (position) do nothing;
