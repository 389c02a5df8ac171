insert into import_row (
    import, sheet_row, case_id, unit, owner, responsible_leader, handler, source, assigned_on, first_visit_on, position)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11)
on conflict (import, sheet_row) do nothing;
