-- The stored row does what its Then does in memory: null keeps.
insert into campaign_case (
    campaign_id, case_id, updated, position, unit, judge, responsible, limit_on, gathered_on, key_case, team, level, level_on,
    reviewed_on, entered_on, resolved_on, assisted_on, terminated_on, shared_with, struck, struck_on, removed)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
    $17, $18, $19, $20, $21, $22)
on conflict (campaign_id, case_id) do update set
    updated = excluded.updated,
    position = coalesce(excluded.position, campaign_case.position),
    unit = coalesce(excluded.unit, campaign_case.unit),
    judge = coalesce(excluded.judge, campaign_case.judge),
    responsible = coalesce(excluded.responsible, campaign_case.responsible),
    limit_on = coalesce(excluded.limit_on, campaign_case.limit_on),
    gathered_on = coalesce(excluded.gathered_on, campaign_case.gathered_on),
    key_case = coalesce(excluded.key_case, campaign_case.key_case),
    team = coalesce(excluded.team, campaign_case.team),
    level = coalesce(excluded.level, campaign_case.level),
    level_on = coalesce(excluded.level_on, campaign_case.level_on),
    reviewed_on = coalesce(excluded.reviewed_on, campaign_case.reviewed_on),
    entered_on = coalesce(excluded.entered_on, campaign_case.entered_on),
    resolved_on = coalesce(excluded.resolved_on, campaign_case.resolved_on),
    assisted_on = coalesce(excluded.assisted_on, campaign_case.assisted_on),
    terminated_on = coalesce(excluded.terminated_on, campaign_case.terminated_on),
    shared_with = coalesce(excluded.shared_with, campaign_case.shared_with),
    struck = coalesce(excluded.struck, campaign_case.struck),
    struck_on = coalesce(excluded.struck_on, campaign_case.struck_on),
    removed = coalesce(excluded.removed, campaign_case.removed);
