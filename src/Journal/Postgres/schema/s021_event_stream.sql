create unique index event_stream on event (stream, version);
