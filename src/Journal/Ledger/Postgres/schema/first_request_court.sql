create index if not exists first_request_court on first_request (court, position);
