-- In whose hands each case is and since when (W3).
create table if not exists ownership (
    case_id uuid not null,
    updated bigint not null,
    since timestamptz,
    first_receiver text collate "C",
    first_reception_on date,
    relieved boolean,
    relieved_at timestamptz,
    reminded_at timestamptz,
    primary key (case_id)
) with (fillfactor = 80);
