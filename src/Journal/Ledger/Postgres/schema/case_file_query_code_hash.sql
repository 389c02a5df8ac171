create unique index if not exists case_file_query_code_hash on case_file (query_code_hash);
