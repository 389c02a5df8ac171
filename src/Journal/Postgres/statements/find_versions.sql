-- One index probe per stream; the planner must not turn it into a scan.
select q.stream, v.version
from unnest($1::text[]) as q (stream)
cross join lateral (select version from event where stream = q.stream order by version desc limit 1) as v
