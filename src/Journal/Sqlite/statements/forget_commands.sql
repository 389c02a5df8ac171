delete from command
where (caller, key) in (select caller, key from command where at < $before order by at limit $limit);
