create index if not exists on_site_check_court on on_site_check (court, city_day);
