-- In whose hands each case is and since when; (vacant, updated) is the list of those without an owner who acts (W3).
create table if not exists ownership (
    case_id uuid not null,
    updated bigint not null,
    since timestamptz,
    first_receiver text collate "C",
    first_reception_on date,
    vacant text collate "C",
    vacant_since timestamptz,
    reminded_at timestamptz,
    primary key (case_id)
) with (fillfactor = 80);
