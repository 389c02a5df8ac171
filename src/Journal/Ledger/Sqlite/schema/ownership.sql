-- In whose hands each case is and since when; (vacant, updated) is the list of those without an owner who acts (W3).
-- Rows stand in the order of writing: the ids are random, and wide rows in random places cost most of a rebuild.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists ownership (
    case_id text not null,
    updated integer not null,
    since text,
    first_receiver text,
    first_reception_on text,
    vacant text,
    vacant_since text,
    reminded_at text,
    primary key (case_id),
    unique (vacant, updated)
) strict;
