create index command_at on command using brin (at) with (pages_per_range = 32, autosummarize = on);
