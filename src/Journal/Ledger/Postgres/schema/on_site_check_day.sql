create index if not exists on_site_check_day on on_site_check (city_day);
