-- $1: leader. $2: limit. Notices go with the case: those sent to him whose case he still has, and those of cases that came to him by succession.
with mine as (
    select n.case_id, n.reception_id, n.channel, n.position
    from notice n
    join case_file f on f.case_id = n.case_id
    left join case_file t on t.case_id = f.joined_into
    where n.leader = $1 and coalesce(t.owner, f.owner) = $1
    order by n.position desc
    limit $2
),
taken_over as (
    select f.case_id from case_file f where f.owner = $1 and f.owner_origin = 'succession' and f.joined_into is null
    union all
    select j.case_id
    from case_file f
    join case_file j on j.joined_into = f.case_id
    where f.owner = $1 and f.owner_origin = 'succession' and f.joined_into is null
)
select case_id, reception_id, channel, position from mine
union
select n.case_id, n.reception_id, n.channel, n.position
from taken_over c
join notice n on n.case_id = c.case_id
order by position desc
limit $2;
