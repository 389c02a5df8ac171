-- Clocks of cases (J5, G1, G2, W14): found by state and last day, and by the day of their last change (S1).
create table if not exists case_clock (
    case_id text not null,
    clock_id text not null,
    state text not null,
    changed_on text not null,
    kind text,
    rule text,
    court text,
    holder text,
    started_on text,
    due_on text,
    primary key (case_id, clock_id),
    unique (state, due_on, case_id, clock_id),
    unique (changed_on, case_id, clock_id)
) strict;
