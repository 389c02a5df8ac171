-- What waits for somebody's decision on a case (J6, W14): whose turn it is, at which court, since when.
create table if not exists awaited (
    case_id text not null,
    kind text not null,
    position integer not null,
    awaits text,
    court text,
    since text,
    primary key (case_id, kind),
    unique (awaits, position, case_id, kind)
) strict;
