create index command_at on command (at);
