-- In whose hands each case is and since when (W3).
-- Rows stand in the order of writing: the ids are random, and wide rows in random places cost most of a rebuild.
create table if not exists ownership (
    case_id text not null,
    updated integer not null,
    since text,
    first_receiver text,
    first_reception_on text,
    relieved integer,
    relieved_at text,
    reminded_at text,
    primary key (case_id)
) strict;
