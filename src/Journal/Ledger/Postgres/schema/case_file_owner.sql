create index if not exists case_file_owner on case_file (owner, opened) where owner is not null;
