create index if not exists case_file_joined_into on case_file (joined_into) where joined_into is not null;
