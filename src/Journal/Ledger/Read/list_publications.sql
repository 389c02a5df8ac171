-- $1: product or null. $2: scope or null. $3: published before (position). $4: limit.
select publication_id, product, scope, starts, ends, hash, position, corrections, published_by, published_at, updated
from publication
where ($1 is null or product = $1) and ($2 is null or scope = $2) and updated < $3
order by updated desc
limit $4;
