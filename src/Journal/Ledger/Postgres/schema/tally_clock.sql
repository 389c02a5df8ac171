-- What became of clocks, per day and month on which they were due, court and kind.
create table if not exists tally_clock (
    span text collate "C" not null,
    starts date not null,
    court text collate "C" not null,
    kind text collate "C" not null,
    met integer not null,
    late integer not null,
    missed integer not null,
    primary key (span, starts, court, kind)
) with (fillfactor = 50);
