create index if not exists case_act_day on case_act (city_day, position);
