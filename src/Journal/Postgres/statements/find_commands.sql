select q.caller, q.key, c.body_hash, c.status, c.answer
from unnest($1::text[], $2::text[]) as q (caller, key)
cross join lateral (select body_hash, status, answer from command where caller = q.caller and key = q.key limit 1) as c
