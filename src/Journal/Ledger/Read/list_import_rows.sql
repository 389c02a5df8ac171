-- $1: case id.
select import, sheet_row, unit, owner, responsible_leader, handler, source, assigned_on, first_visit_on
from import_row
where case_id = $1
order by position, sheet_row;
