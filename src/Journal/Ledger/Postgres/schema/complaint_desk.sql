create index if not exists complaint_desk on complaint (desk_id, position);
