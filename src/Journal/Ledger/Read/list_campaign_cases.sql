-- $1: campaign. $2, $3: its first and last day, of the hearings. $4: the court that asks, or null. $5: court or null. $6: unit or null.
-- $7: level or null. $8: batch or null. $9: 1 for key cases only. $10: progress or null. $11: gathered after (position). $12: limit.
-- A case that was joined into an older one stands as that one does; what was recorded of both is of one matter.
with recursive held (case_id, file) as (
    select case_id, case_id from campaign_case where campaign_id = $1
    union
    select h.case_id, f.joined_into from held h join case_file f on f.case_id = h.file where f.joined_into is not null
),
entry as (
    select
        c.case_id, f.case_id as matter, c.position, c.court, c.unit, c.judge, c.responsible, c.limit_on, c.gathered_on, coalesce(c.key_case, false) as key_case, c.team,
        c.level, c.level_on, c.reviewed_on, c.entered_on, c.resolved_on, c.assisted_on, c.terminated_on, c.shared_with, c.struck_on,
        f.number, f.status, f.owner, f.owner_court,
        case when not coalesce(c.struck, false) then 'open' when f.status in ('pending', 'open', 'reopened') then 'reopened' else 'struckOff' end as progress,
        case $8
            when 'reviewed' then c.reviewed_on
            when 'entered' then c.entered_on
            when 'resolved' then c.resolved_on
            when 'assisted' then c.assisted_on
            when 'terminated' then c.terminated_on
        end as handled_on
    from campaign_case c
    join held h on h.case_id = c.case_id
    join case_file f on f.case_id = h.file
    where c.campaign_id = $1 and f.joined_into is null
)
select
    case_id, matter, position, court, unit, judge, responsible, limit_on, gathered_on, key_case, team,
    level, level_on, reviewed_on, entered_on, resolved_on, assisted_on, terminated_on, shared_with, struck_on, number, status, owner, owner_court, progress,
    (select count(*) from held h join case_act a on a.case_id = h.file where h.case_id = e.case_id and a.act = 'hearing' and a.city_day between $2 and $3) as hearings,
    (select count(*) from held h join case_act a on a.case_id = h.file where h.case_id = e.case_id and a.act = 'plan') as plans
from entry e
where ($4 is null or court = $4 or owner_court = $4 or replace(shared_with, ',' || $4 || ',', '') <> shared_with)
    and ($5 is null or court = $5)
    and ($6 is null or unit = $6)
    and ($7 is null or level = $7)
    and ($8 is null or handled_on is not null)
    and ($9 = 0 or key_case)
    and ($10 is null or progress = $10)
    and position > $11
order by position
limit $12;
