-- $1: one court or null. $2: limit. Running matters that people came back for: of matters, never of persons (S2). A matter with three
-- receptions or more has one with the number 3, or took up another one that was joined into it.
with returned as (
    select case_id from reception where number = 3
    union
    select joined_into from case_file where joined_into is not null
)
select f.case_id, f.number, f.court, f.status, f.owner, f.receptions, f.opened_on, f.last_reception_on, f.imported, f.long_standing
from returned
join case_file f on f.case_id = returned.case_id
where f.status in ('pending', 'open', 'reopened') and f.joined_into is null and f.receptions >= 3 and ($1 is null or f.court = $1)
order by f.receptions desc, f.opened
limit $2;
