-- The register of complaints at stuck-errand desks (Y6). Columns may be null because an event says only what it knows.
create table if not exists complaint (
    complaint_id uuid not null,
    updated bigint not null,
    status text collate "C",
    position bigint,
    court text collate "C",
    desk_id uuid,
    desk text collate "C",
    officer text collate "C",
    channel text collate "C",
    city_day date,
    division text collate "C",
    due_on date,
    checked_on date,
    late boolean,
    outcome text collate "C",
    found text collate "C",
    answered_on date,
    answered_by text collate "C",
    primary key (complaint_id)
) with (fillfactor = 80);
