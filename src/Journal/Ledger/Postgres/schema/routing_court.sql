create index if not exists routing_court on routing (court, position);
