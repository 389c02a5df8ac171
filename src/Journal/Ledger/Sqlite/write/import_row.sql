insert into import_row (
    import, sheet_row, case_id, unit, owner, responsible_leader, handler, source, assigned_on, first_visit_on, position)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (import, sheet_row) do nothing;
