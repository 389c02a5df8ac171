-- Clocks of cases (J5, G1, G2, W14): found by state and last day, and by the day of their last change (S1).
create table if not exists case_clock (
    case_id uuid not null,
    clock_id text collate "C" not null,
    state text collate "C" not null,
    changed_on date not null,
    kind text collate "C",
    rule text collate "C",
    court text collate "C",
    holder text collate "C",
    started_on date,
    due_on date,
    primary key (case_id, clock_id)
) with (fillfactor = 80);
