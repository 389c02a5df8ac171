select position, stream, version, kind, at, actor, court, payload from event
where position > $after order by position limit $limit;
