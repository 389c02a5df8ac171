-- The register of complaints at stuck-errand desks (Y6). Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists complaint (
    complaint_id text not null,
    updated integer not null,
    status text,
    position integer,
    court text,
    desk_id text,
    desk text,
    officer text,
    channel text,
    city_day text,
    division text,
    due_on text,
    checked_on text,
    late integer,
    outcome text,
    found text,
    answered_on text,
    answered_by text,
    primary key (complaint_id),
    unique (court, position),
    unique (city_day, position),
    unique (desk_id, position)
) strict;
