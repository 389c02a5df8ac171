create index if not exists import_row_case_id on import_row (case_id);
