-- The one row that says up to which event the ledger counts.
create table if not exists ledger_head (
    id integer not null,
    position bigint not null,
    at timestamptz not null,
    primary key (id)
) with (fillfactor = 50);
