create index if not exists case_file_provisional on case_file (ended_on) where status = 'provisional';
