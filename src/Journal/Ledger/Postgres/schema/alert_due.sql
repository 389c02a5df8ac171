-- Receptions that must have been told at once (J11).
create table if not exists alert_due (
    position bigint not null,
    reception_id uuid not null,
    case_id uuid not null,
    court text collate "C" not null,
    unit text collate "C",
    city_day date not null,
    kind text collate "C" not null,
    primary key (position)
) with (fillfactor = 80);
