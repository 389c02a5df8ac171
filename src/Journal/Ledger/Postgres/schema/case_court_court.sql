create unique index if not exists case_court_court on case_court (court, since) include (case_id);
