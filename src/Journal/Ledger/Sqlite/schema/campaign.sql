-- Campaigns (L7). Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists campaign (
    campaign_id text not null,
    updated integer not null,
    position integer,
    title text,
    first_day text,
    last_day text,
    courts text,
    primary key (campaign_id),
    unique (position)
) strict;
