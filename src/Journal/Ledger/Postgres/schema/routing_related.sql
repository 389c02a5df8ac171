create index if not exists routing_related on routing (court, related, position);
