-- The register of first requests (Y1). Columns may be null because an event says only what it knows.
create table if not exists first_request (
    request_id uuid not null,
    updated bigint not null,
    status text collate "C",
    position bigint,
    court text collate "C",
    channel text collate "C",
    kind text collate "C",
    handling text collate "C",
    city_day date,
    responsible text collate "C",
    register text collate "C",
    due_on date,
    done_on date,
    passed_to text collate "C",
    case_id uuid,
    filed boolean,
    primary key (request_id)
) with (fillfactor = 80);
