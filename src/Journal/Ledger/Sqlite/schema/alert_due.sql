-- Receptions that must have been told at once (J11).
create table if not exists alert_due (
    position integer not null,
    reception_id text not null,
    case_id text not null,
    court text not null,
    unit text,
    city_day text not null,
    kind text not null,
    primary key (position)
) strict;
