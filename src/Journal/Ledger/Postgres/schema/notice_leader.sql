create index if not exists notice_leader on notice (leader, position);
