create index if not exists case_file_ended on case_file (ended_on) where ended_on is not null;
