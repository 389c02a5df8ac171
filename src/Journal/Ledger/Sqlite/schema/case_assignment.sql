-- The ledger of assigned cases (J5).
create table if not exists case_assignment (
    case_id text not null,
    nr integer not null,
    position integer not null,
    source text,
    document_number text,
    unit text,
    division text,
    received_on text,
    urgent integer,
    responsible_leader text,
    handler text,
    contact text,
    primary key (case_id, nr),
    unique (unit, position)
) strict;
