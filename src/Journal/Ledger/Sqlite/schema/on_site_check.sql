-- On-site checks of registers (Y5). Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists on_site_check (
    check_id text not null,
    updated integer not null,
    status text,
    position integer,
    court text,
    inspecting text,
    division text,
    register text,
    city_day text,
    shown integer,
    sampled integer,
    agreeing integer,
    missing integer,
    wrong integer,
    entered_late integer,
    unhandled integer,
    incomplete integer,
    other integer,
    due_on text,
    rectified_on text,
    rectified_late integer,
    passed_on text,
    primary key (check_id),
    unique (court, city_day, position),
    unique (city_day, position)
) strict;
