-- What was told at once (J11), and when the supervisor acknowledged it.
create table if not exists alert (
    alert_id text not null,
    unit text not null,
    city_day text not null,
    raised integer,
    kind text,
    case_id text,
    reception_id text,
    place text,
    headcount integer,
    words text,
    occurred_at text,
    raised_by text,
    raised_at text,
    acknowledged_by text,
    acknowledged_at text,
    primary key (alert_id)
) strict, without rowid;
