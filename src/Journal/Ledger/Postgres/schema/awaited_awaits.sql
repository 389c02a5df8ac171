create index if not exists awaited_awaits on awaited (awaits, position);
