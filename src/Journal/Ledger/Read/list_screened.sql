-- $1: one court or null. $2: least receptions. $3: limit. Running matters that people came back for: of matters, never of persons (S2).
select case_id, number, court, status, owner, receptions, opened_on, last_reception_on, imported, long_standing
from case_file
where status in ('pending', 'open', 'reopened') and joined_into is null and receptions >= $2 and ($1 is null or court = $1)
order by receptions desc, opened
limit $3;
