-- The daily report or nil return of each reporting unit (J11), as corrected last.
create table if not exists daily_report (
    unit text not null,
    city_day text not null,
    updated integer not null,
    corrections integer not null,
    nil integer not null,
    figures text not null,
    registered text not null,
    registered_at integer not null,
    remarks text not null,
    signer text,
    submitted_at text,
    late integer,
    primary key (unit, city_day)
) strict, without rowid;
