create index if not exists complaint_day on complaint (city_day, position);
