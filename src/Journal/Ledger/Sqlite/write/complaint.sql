-- The stored row does what its Then does in memory: null keeps.
insert into complaint (
    complaint_id, updated, status, position, court, desk_id, desk, officer, channel, city_day, division, due_on, checked_on, late,
    outcome, found, answered_on, answered_by)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
on conflict (complaint_id) do update set
    updated = excluded.updated,
    status = coalesce(excluded.status, complaint.status),
    position = coalesce(excluded.position, complaint.position),
    court = coalesce(excluded.court, complaint.court),
    desk_id = coalesce(excluded.desk_id, complaint.desk_id),
    desk = coalesce(excluded.desk, complaint.desk),
    officer = coalesce(excluded.officer, complaint.officer),
    channel = coalesce(excluded.channel, complaint.channel),
    city_day = coalesce(excluded.city_day, complaint.city_day),
    division = coalesce(excluded.division, complaint.division),
    due_on = coalesce(excluded.due_on, complaint.due_on),
    checked_on = coalesce(excluded.checked_on, complaint.checked_on),
    late = coalesce(excluded.late, complaint.late),
    outcome = coalesce(excluded.outcome, complaint.outcome),
    found = coalesce(excluded.found, complaint.found),
    answered_on = coalesce(excluded.answered_on, complaint.answered_on),
    answered_by = coalesce(excluded.answered_by, complaint.answered_by);
