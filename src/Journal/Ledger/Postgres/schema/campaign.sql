-- Campaigns (L7). Columns may be null because an event says only what it knows.
create table if not exists campaign (
    campaign_id uuid not null,
    updated bigint not null,
    position bigint,
    title text collate "C",
    first_day date,
    last_day date,
    courts text collate "C",
    primary key (campaign_id)
) with (fillfactor = 80);
