select position, version, kind, at, actor, court, payload from event
where stream = $stream and version > $after order by version limit $limit;
