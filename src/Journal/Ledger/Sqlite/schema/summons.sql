-- Owners called to repeat visits, and what became of it (W8). Columns may be null because an event says only what it knows.
-- (watched, watched_at) is the due index of each court's sweeper.
-- Rows stand in the order of writing: the ids are random, and wide rows in random places cost most of a rebuild.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists summons (
    summons_id text not null,
    updated integer not null,
    case_id text,
    leader text,
    reception_id text,
    court text,
    status text,
    sent_at text,
    position integer,
    answered_at text,
    mode text,
    meeting_at text,
    place text,
    settled_at text,
    escalated_at text,
    watched text,
    watched_at text,
    primary key (summons_id),
    unique (leader, position),
    unique (watched, watched_at, summons_id)
) strict;
