-- Resolutions per day, owner and ground (W6, W15); a promise broken within the year is taken out of its cell.
create table if not exists tally_owner (
    starts date not null,
    owner text collate "C" not null,
    ground text collate "C" not null,
    resolved integer not null,
    provisional integer not null,
    primary key (starts, owner, ground)
) with (fillfactor = 80);
