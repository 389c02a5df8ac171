create index if not exists routing_number on routing (court, case_number, position);
