insert into event (position, stream, version, kind, at, actor, court, payload)
values ($position, $stream, $version, $kind, $at, $actor, $court, $payload);
