create unique index if not exists case_file_opened on case_file (opened);
