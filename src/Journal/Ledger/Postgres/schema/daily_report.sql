-- The daily report or nil return of each reporting unit (J11), as corrected last.
create table if not exists daily_report (
    unit text collate "C" not null,
    city_day date not null,
    updated bigint not null,
    corrections integer not null,
    nil boolean not null,
    figures text collate "C" not null,
    registered text collate "C" not null,
    registered_at bigint not null,
    remarks text collate "C" not null,
    signer text collate "C",
    submitted_at timestamptz,
    late boolean,
    primary key (unit, city_day)
) with (fillfactor = 80);
