-- Which courts take part in a case; (court, since) is the order of a court's own ledger.
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists case_court (
    case_id text not null,
    court text not null,
    since integer not null,
    primary key (case_id, court),
    unique (court, since)
) strict, without rowid;
