-- One row per case: what a list of cases shows. Columns may be null because an event says only what it knows;
-- the opening, first in every stream, fills them.
create table if not exists case_file (
    case_id uuid not null,
    updated bigint not null,
    number text collate "C",
    court text collate "C",
    status text collate "C",
    owner text collate "C",
    owner_court text collate "C",
    owner_origin text collate "C",
    receptions integer,
    opened_on date,
    last_reception_on date,
    first_reception bigint,
    ended_on date,
    ending_ground text collate "C",
    query_code_hash text collate "C",
    joined_into uuid,
    imported text collate "C",
    long_standing boolean,
    opened bigint,
    answer_due date,
    held_since timestamptz,
    primary key (case_id)
) with (fillfactor = 80);
