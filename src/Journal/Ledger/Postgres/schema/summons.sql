-- Owners called to repeat visits, and what became of it (W8). Columns may be null because an event says only what it knows.
-- (watched, watched_at) is the due index of each court's sweeper.
create table if not exists summons (
    summons_id uuid not null,
    updated bigint not null,
    case_id uuid,
    leader text collate "C",
    reception_id uuid,
    court text collate "C",
    status text collate "C",
    sent_at timestamptz,
    position bigint,
    answered_at timestamptz,
    mode text collate "C",
    meeting_at timestamptz,
    place text collate "C",
    settled_at timestamptz,
    escalated_at timestamptz,
    watched text collate "C",
    watched_at timestamptz,
    primary key (summons_id)
) with (fillfactor = 80);
