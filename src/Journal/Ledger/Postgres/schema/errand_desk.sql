-- Stuck-errand desks (Y6). Columns may be null because an event says only what it knows.
create table if not exists errand_desk (
    desk_id uuid not null,
    updated bigint not null,
    position bigint,
    court text collate "C",
    name text collate "C",
    place text collate "C",
    officer text collate "C",
    officer_since date,
    opened_on date,
    closed_on date,
    reason text collate "C",
    primary key (desk_id)
) with (fillfactor = 80);
