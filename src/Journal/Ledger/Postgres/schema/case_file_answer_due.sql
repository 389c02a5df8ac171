create index if not exists case_file_answer_due on case_file (answer_due);
