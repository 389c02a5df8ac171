-- The stored row does what its Then does in memory: null keeps.
insert into on_site_check (
    check_id, updated, status, position, court, inspecting, division, register, city_day, shown, sampled, agreeing,
    missing, wrong, entered_late, unhandled, incomplete, other, due_on, rectified_on, rectified_late, passed_on)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
on conflict (check_id) do update set
    updated = excluded.updated,
    status = coalesce(excluded.status, on_site_check.status),
    position = coalesce(excluded.position, on_site_check.position),
    court = coalesce(excluded.court, on_site_check.court),
    inspecting = coalesce(excluded.inspecting, on_site_check.inspecting),
    division = coalesce(excluded.division, on_site_check.division),
    register = coalesce(excluded.register, on_site_check.register),
    city_day = coalesce(excluded.city_day, on_site_check.city_day),
    shown = coalesce(excluded.shown, on_site_check.shown),
    sampled = coalesce(excluded.sampled, on_site_check.sampled),
    agreeing = coalesce(excluded.agreeing, on_site_check.agreeing),
    missing = coalesce(excluded.missing, on_site_check.missing),
    wrong = coalesce(excluded.wrong, on_site_check.wrong),
    entered_late = coalesce(excluded.entered_late, on_site_check.entered_late),
    unhandled = coalesce(excluded.unhandled, on_site_check.unhandled),
    incomplete = coalesce(excluded.incomplete, on_site_check.incomplete),
    other = coalesce(excluded.other, on_site_check.other),
    due_on = coalesce(excluded.due_on, on_site_check.due_on),
    rectified_on = coalesce(excluded.rectified_on, on_site_check.rectified_on),
    rectified_late = coalesce(excluded.rectified_late, on_site_check.rectified_late),
    passed_on = coalesce(excluded.passed_on, on_site_check.passed_on);
