-- Receptions per day and month (d, m), court and channel; u is the day of a division of the intermediate court (J11).
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
    to_city integer not null,
    to_province integer not null,
    to_capital integer not null,
    late integer not null,
    imported integer not null,
    civil integer not null,
    criminal integer not null,
    administrative integer not null,
    enforcement integer not null,
    primary key (span, starts, court, channel)
) strict, without rowid;
