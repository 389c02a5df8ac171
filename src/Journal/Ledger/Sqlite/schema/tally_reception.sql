-- Receptions per day and month (d, m), court and channel.
create table if not exists tally_reception (
    span text not null,
    starts text not null,
    court text not null,
    channel text not null,
    receptions integer not null,
    first integer not null,
    collective integer not null,
    skip_level integer not null,
    persons integer not null,
    primary key (span, starts, court, channel)
) strict, without rowid;
