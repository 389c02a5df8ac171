-- The one row that says up to which event the ledger counts.
create table if not exists ledger_head (
    id integer not null,
    position integer not null,
    at text not null,
    primary key (id)
) strict;
