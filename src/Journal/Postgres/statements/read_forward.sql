select position, stream, version, kind, at, actor, court, payload from event
where position > $1 order by position limit $2
