create index if not exists lawsuit_screening_month on lawsuit_screening (month_day, unit);
