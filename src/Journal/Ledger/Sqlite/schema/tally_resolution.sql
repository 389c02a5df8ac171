-- Resolutions per day and month, court and ground (W14); a promise broken within the year is taken out of its cell.
create table if not exists tally_resolution (
    span text not null,
    starts text not null,
    court text not null,
    ground text not null,
    resolved integer not null,
    provisional integer not null,
    primary key (span, starts, court, ground)
) strict, without rowid;
