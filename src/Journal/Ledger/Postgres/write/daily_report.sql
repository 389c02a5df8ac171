insert into daily_report (
    unit, city_day, updated, corrections, nil, figures, registered, registered_at, remarks, signer, submitted_at, late)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (unit, city_day) do update set
    updated = excluded.updated,
    corrections = daily_report.corrections + excluded.corrections,
    nil = excluded.nil,
    figures = excluded.figures,
    registered = excluded.registered,
    registered_at = excluded.registered_at,
    remarks = excluded.remarks,
    signer = coalesce(daily_report.signer, excluded.signer),
    submitted_at = coalesce(daily_report.submitted_at, excluded.submitted_at),
    late = coalesce(daily_report.late, excluded.late);
