-- One row per case: what a list of cases shows. Columns may be null because an event says only what it knows;
-- the opening, first in every stream, fills them.
-- Rows stand in the order of writing: the ids are random, and wide rows in random places cost most of a rebuild.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists case_file (
    case_id text not null,
    updated integer not null,
    number text,
    court text,
    status text,
    owner text,
    owner_court text,
    owner_origin text,
    receptions integer,
    opened_on text,
    last_reception_on text,
    first_reception integer,
    ended_on text,
    ending_ground text,
    query_code_hash text,
    joined_into text,
    imported text,
    long_standing integer,
    opened integer,
    answer_due text,
    held_since text,
    primary key (case_id),
    unique (opened),
    unique (answer_due, opened),
    unique (query_code_hash),
    unique (number, opened),
    unique (owner, opened),
    unique (joined_into, opened),
    unique (ended_on, opened)
) strict;
