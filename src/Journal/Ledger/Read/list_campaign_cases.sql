-- $1: campaign. $2, $3: its first and last day, of the hearings. $4: a case, or null for all of its ledger.
-- A matter is a case that goes on with all that were joined into it, directly or by another: its number, state and owner are of the one that goes on,
-- and what any of them has seen is its own.
with recursive held (case_id, file) as (
    select case_id, case_id from campaign_case where campaign_id = $1 and $4 is null
    union all
    select case_id, case_id from case_file where case_id = $4
    union
    select h.case_id, f.joined_into from held h join case_file f on f.case_id = h.file where f.joined_into is not null
),
family (matter, case_id) as (
    select f.case_id, f.case_id from held h join case_file f on f.case_id = h.file where f.joined_into is null
    union
    select m.matter, f.case_id from family m join case_file f on f.joined_into = m.case_id
)
select
    c.case_id, m.matter, c.position, c.unit, c.judge, c.responsible, c.limit_on, c.gathered_on, c.key_case, c.team, c.level, c.level_on,
    c.reviewed_on, c.entered_on, c.resolved_on, c.assisted_on, c.terminated_on, c.shared_with, c.struck, c.struck_on,
    f.number, f.status, f.owner, f.owner_court, f.ended_on,
    (select count(*) from family s join case_act a on a.case_id = s.case_id where s.matter = m.matter and a.act = 'hearing' and a.city_day between $2 and $3) as hearings,
    (select count(*) from family s join case_act a on a.case_id = s.case_id where s.matter = m.matter and a.act = 'plan') as plans
from campaign_case c
join family m on m.case_id = c.case_id
join case_file f on f.case_id = m.matter
where c.campaign_id = $1 and not c.removed
order by c.position;
