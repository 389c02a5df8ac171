select position, version, kind, at, actor, court, payload from event
where stream = $1 and version > $2 order by version limit $3
