delete from command
where (caller, key) in (select caller, key from command where at < $1 order by at limit $2)
