create index if not exists notice_case on notice (case_id, position);
