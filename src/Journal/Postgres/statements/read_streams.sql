-- One range of the index per stream; the planner must not turn it into a scan.
select q.n, e.position, e.version, e.kind, e.at, e.actor, e.court, e.payload
from unnest($1::text[], $2::integer[], $3::integer[]) with ordinality as q (stream, after, most, n)
cross join lateral (
    select position, version, kind, at, actor, court, payload from event
    where stream = q.stream and version > q.after order by version limit q.most) as e
order by q.n, e.version
