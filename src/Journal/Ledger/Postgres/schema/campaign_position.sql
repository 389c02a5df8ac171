create index if not exists campaign_position on campaign (position);
