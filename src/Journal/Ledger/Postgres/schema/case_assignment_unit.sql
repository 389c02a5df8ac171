create index if not exists case_assignment_unit on case_assignment (unit, position);
