select max(version) from event where stream = $stream;
