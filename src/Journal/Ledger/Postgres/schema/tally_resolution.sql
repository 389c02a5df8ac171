-- Resolutions per day and month, court and ground (W14); a promise broken within the year is taken out of its cell.
create table if not exists tally_resolution (
    span text collate "C" not null,
    starts date not null,
    court text collate "C" not null,
    ground text collate "C" not null,
    resolved integer not null,
    provisional integer not null,
    primary key (span, starts, court, ground)
) with (fillfactor = 50);
