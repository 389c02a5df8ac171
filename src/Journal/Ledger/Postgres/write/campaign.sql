-- The stored row does what its Then does in memory: null keeps.
insert into campaign (
    campaign_id, updated, position, title, first_day, last_day, courts)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7)
on conflict (campaign_id) do update set
    updated = excluded.updated,
    position = coalesce(excluded.position, campaign.position),
    title = coalesce(excluded.title, campaign.title),
    first_day = coalesce(excluded.first_day, campaign.first_day),
    last_day = coalesce(excluded.last_day, campaign.last_day),
    courts = coalesce(excluded.courts, campaign.courts);
