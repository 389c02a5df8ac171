create index if not exists case_clock_due on case_clock (state, due_on);
