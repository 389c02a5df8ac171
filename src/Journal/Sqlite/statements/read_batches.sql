select id, first, last, hash, at from batch
where first <= last and last > $after order by last limit $limit;
