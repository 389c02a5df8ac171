-- One more reception of a case that is there: what CaseFileRow.Then does in memory, in the columns it touches.
update case_file set
    updated = q.updated,
    receptions = coalesce(q.receptions, case_file.receptions),
    last_reception_on = greatest(q.last_reception_on, case_file.last_reception_on)
from (
    select unnest($1) as case_id, unnest($2) as updated, unnest($3) as receptions, unnest($4) as last_reception_on) as q
where case_file.case_id = q.case_id;
