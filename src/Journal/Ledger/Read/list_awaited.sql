-- $1: owner or null. $2: court of a president or null. $3: heads of the intermediate court. $4: its petition office. $5: the leading group. $6: after this position. $7: limit.
select a.case_id, f.number, f.status, a.kind, a.awaits, a.court, a.since, a.position
from awaited a
join case_file f on f.case_id = a.case_id
where f.joined_into is null
    and a.awaits in ('owner', 'revision', 'president', 'intermediateHead', 'office', 'leadingGroup') -- What waits for nobody is most of the table.
    and a.position > $6
    and ((a.awaits in ('owner', 'revision') and f.owner = $1)
        or (a.awaits = 'president' and a.court = $2)
        or (a.awaits = 'intermediateHead' and $3)
        or (a.awaits = 'office' and $4)
        or (a.awaits = 'leadingGroup' and $5))
order by a.position
limit $7;
