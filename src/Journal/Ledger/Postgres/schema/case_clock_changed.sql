create index if not exists case_clock_changed on case_clock (changed_on);
