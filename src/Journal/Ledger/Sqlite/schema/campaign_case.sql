-- The ledgers of campaigns (L1): one row per campaign and case. Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists campaign_case (
    campaign_id text not null,
    case_id text not null,
    updated integer not null,
    position integer,
    unit text,
    judge text,
    responsible text,
    limit_on text,
    gathered_on text,
    key_case integer,
    team text,
    level text,
    level_on text,
    reviewed_on text,
    entered_on text,
    resolved_on text,
    assisted_on text,
    terminated_on text,
    shared_with text,
    struck integer,
    struck_on text,
    removed integer,
    primary key (campaign_id, case_id),
    unique (campaign_id, position)
) strict;
