-- Receptions per day and month (d, m), court and channel.
create table if not exists tally_reception (
    span text collate "C" not null,
    starts date not null,
    court text collate "C" not null,
    channel text collate "C" not null,
    receptions integer not null,
    first integer not null,
    collective integer not null,
    skip_level integer not null,
    persons integer not null,
    primary key (span, starts, court, channel)
) with (fillfactor = 50);
