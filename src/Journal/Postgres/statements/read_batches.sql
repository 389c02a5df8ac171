select id, first, last, hash, at from batch
where first <= last and last > $1 order by last limit $2
