-- Repeats that are no visit, on the owner's desk (W4).
create table if not exists notice (
    position bigint not null,
    case_id uuid not null,
    leader text collate "C" not null,
    reception_id uuid not null,
    channel text collate "C" not null,
    primary key (position)
) with (fillfactor = 100);
