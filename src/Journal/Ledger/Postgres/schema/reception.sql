-- The register of receptions in the journal's own order; (receiver, city_day) serves the weekly ledger per leader (W9).
create table if not exists reception (
    position bigint not null,
    reception_id uuid not null,
    case_id uuid not null,
    number integer not null,
    first boolean not null,
    court text collate "C" not null,
    channel text collate "C" not null,
    receiver text collate "C",
    recorder text collate "C" not null,
    occurred_at timestamptz not null,
    city_day date not null,
    level text collate "C" not null,
    headcount integer not null,
    collective boolean not null,
    skip_level boolean not null,
    late boolean not null,
    returned boolean not null,
    primary key (position)
) with (fillfactor = 100);
