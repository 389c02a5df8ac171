-- Repeats that are no visit, on the owner's desk (W4).
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists notice (
    position integer not null,
    case_id text not null,
    leader text not null,
    reception_id text not null,
    channel text not null,
    primary key (position),
    unique (case_id, position)
) strict;
