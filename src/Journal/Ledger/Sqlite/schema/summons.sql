-- Owners called to repeat visits (W8).
-- Rows stand in the order of writing: the ids are random, and wide rows in random places cost most of a rebuild.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists summons (
    summons_id text not null,
    case_id text not null,
    leader text not null,
    reception_id text not null,
    court text not null,
    status text not null,
    sent_at text not null,
    position integer not null,
    primary key (summons_id),
    unique (leader, position)
) strict;
