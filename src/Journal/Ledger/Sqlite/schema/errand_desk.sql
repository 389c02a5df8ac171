-- Stuck-errand desks (Y6). Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists errand_desk (
    desk_id text not null,
    updated integer not null,
    position integer,
    court text,
    name text,
    place text,
    officer text,
    officer_since text,
    opened_on text,
    closed_on text,
    reason text,
    primary key (desk_id),
    unique (court, position)
) strict;
