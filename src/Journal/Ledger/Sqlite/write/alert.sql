insert into alert (
    alert_id, unit, city_day, raised, kind, case_id, reception_id, place, headcount, words, occurred_at, raised_by, raised_at, acknowledged_by, acknowledged_at)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
on conflict (alert_id) do update set
    acknowledged_by = coalesce(alert.acknowledged_by, excluded.acknowledged_by),
    acknowledged_at = coalesce(alert.acknowledged_at, excluded.acknowledged_at);
