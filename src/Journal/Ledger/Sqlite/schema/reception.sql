-- The register of receptions in the journal's own order; (receiver, city_day) serves the weekly ledger per leader (W9).
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists reception (
    position integer not null,
    reception_id text not null,
    case_id text not null,
    number integer not null,
    first integer not null,
    court text not null,
    channel text not null,
    receiver text,
    recorder text not null,
    occurred_at text not null,
    city_day text not null,
    level text not null,
    headcount integer not null,
    collective integer not null,
    skip_level integer not null,
    late integer not null,
    returned integer not null,
    primary key (position),
    unique (receiver, city_day, position),
    unique (number, position)
) strict;
