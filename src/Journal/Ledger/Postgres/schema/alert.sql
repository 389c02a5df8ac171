-- What was told at once (J11), and when the supervisor acknowledged it.
create table if not exists alert (
    alert_id uuid not null,
    unit text collate "C" not null,
    city_day date not null,
    raised bigint,
    kind text collate "C",
    case_id uuid,
    reception_id uuid,
    place text collate "C",
    headcount integer,
    words text collate "C",
    occurred_at timestamptz,
    raised_by text collate "C",
    raised_at timestamptz,
    acknowledged_by text collate "C",
    acknowledged_at timestamptz,
    primary key (alert_id)
) with (fillfactor = 80);
