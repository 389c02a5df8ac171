create index if not exists routing_day on routing (city_day, position);
