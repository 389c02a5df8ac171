create index if not exists summons_watched on summons (watched, watched_at);
