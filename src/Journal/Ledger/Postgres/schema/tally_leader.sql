-- Receptions and resolutions per leader and year (W6, W15); owned and running add up over the years to what he has now (W3).
create table if not exists tally_leader (
    leader text collate "C" not null,
    year integer not null,
    receptions integer not null,
    first integer not null,
    resolved integer not null,
    provisional integer not null,
    owned integer not null,
    running integer not null,
    primary key (leader, year)
) with (fillfactor = 50);
