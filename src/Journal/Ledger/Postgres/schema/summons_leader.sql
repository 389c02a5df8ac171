create index if not exists summons_leader on summons (leader, position);
