create index if not exists case_file_number on case_file (number) where number is not null;
