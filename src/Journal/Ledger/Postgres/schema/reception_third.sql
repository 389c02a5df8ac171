create index if not exists reception_third on reception (case_id) where number = 3;
