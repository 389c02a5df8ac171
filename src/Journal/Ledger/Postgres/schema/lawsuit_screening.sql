-- Monthly screenings of lawsuits, one row per unit and month (S2). Columns may be null because an event says only what it knows.
create table if not exists lawsuit_screening (
    screening text collate "C" not null,
    updated bigint not null,
    position bigint,
    court text collate "C",
    unit text collate "C",
    month_day date,
    reported_on date,
    late boolean,
    corrected boolean,
    open_lawsuits integer,
    closed_lawsuits integer,
    found integer,
    unsettled integer,
    primary key (screening)
) with (fillfactor = 80);
