-- The stored row does what its Then does in memory: null keeps.
insert into campaign (
    campaign_id, updated, position, title, first_day, last_day, courts)
values (
    $1, $2, $3, $4, $5, $6, $7)
on conflict (campaign_id) do update set
    updated = excluded.updated,
    position = coalesce(excluded.position, campaign.position),
    title = coalesce(excluded.title, campaign.title),
    first_day = coalesce(excluded.first_day, campaign.first_day),
    last_day = coalesce(excluded.last_day, campaign.last_day),
    courts = coalesce(excluded.courts, campaign.courts);
