create index if not exists complaint_court on complaint (court, position);
