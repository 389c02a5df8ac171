create index if not exists errand_desk_court on errand_desk (court, position);
