create index if not exists first_request_day on first_request (city_day, position);
