-- The register of first requests (Y1). Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists first_request (
    request_id text not null,
    updated integer not null,
    status text,
    position integer,
    court text,
    channel text,
    kind text,
    handling text,
    city_day text,
    responsible text,
    register text,
    due_on text,
    done_on text,
    passed_to text,
    case_id text,
    filed integer,
    primary key (request_id),
    unique (court, position),
    unique (city_day, position)
) strict;
