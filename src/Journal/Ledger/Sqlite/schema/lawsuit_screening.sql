-- Monthly screenings of lawsuits, one row per unit and month (S2). Columns may be null because an event says only what it knows.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists lawsuit_screening (
    screening text not null,
    updated integer not null,
    position integer,
    court text,
    unit text,
    month_day text,
    reported_on text,
    late integer,
    corrected integer,
    open_lawsuits integer,
    closed_lawsuits integer,
    found integer,
    unsettled integer,
    primary key (screening),
    unique (month_day, unit)
) strict;
