create index if not exists case_act_case on case_act (case_id, position);
