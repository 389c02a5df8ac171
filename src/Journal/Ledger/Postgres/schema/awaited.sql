-- What waits for somebody's decision on a case (J6, W14): whose turn it is, at which court, since when.
create table if not exists awaited (
    case_id uuid not null,
    kind text collate "C" not null,
    position bigint not null,
    awaits text collate "C",
    court text collate "C",
    since date,
    primary key (case_id, kind)
) with (fillfactor = 80);
