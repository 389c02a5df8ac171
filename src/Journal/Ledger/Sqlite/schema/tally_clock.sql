-- What became of clocks, per day and month on which they were due, court and kind.
create table if not exists tally_clock (
    span text not null,
    starts text not null,
    court text not null,
    kind text not null,
    met integer not null,
    late integer not null,
    missed integer not null,
    primary key (span, starts, court, kind)
) strict, without rowid;
