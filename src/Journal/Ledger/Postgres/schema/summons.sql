-- Owners called to repeat visits (W8).
create table if not exists summons (
    summons_id uuid not null,
    case_id uuid not null,
    leader text collate "C" not null,
    reception_id uuid not null,
    court text collate "C" not null,
    status text collate "C" not null,
    sent_at timestamptz not null,
    position bigint not null,
    primary key (summons_id)
) with (fillfactor = 80);
