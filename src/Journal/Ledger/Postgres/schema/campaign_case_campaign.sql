create index if not exists campaign_case_campaign on campaign_case (campaign_id, position);
